package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AptStanzaTest {

    @Test
    void readsTheDeb822FormWithCommentsAndContinuations() {
        var stanzas = AptStanza.parseDeb822("""
                # the mirror
                Types: deb deb-src
                URIs: http://a.example.org/debian
                # inside a stanza
                Suites: bookworm bookworm-updates
                Components: main
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 abc

                Enabled: no
                Types: deb
                """);

        assertThat(stanzas)
                .containsExactly(
                        new AptStanza(Map.of(
                                "types", "deb deb-src",
                                "uris", "http://a.example.org/debian",
                                "suites", "bookworm bookworm-updates",
                                "components", "main",
                                "signed-by", "\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc")),
                        new AptStanza(Map.of("enabled", "no", "types", "deb")));
        assertThat(stanzas).extracting(AptStanza::isEnabled).containsExactly(true, false);
        assertThat(stanzas.getFirst().keyrings()).isEmpty();
    }

    @Test
    void readsSourcesOfOneLine() {
        var stanzas = AptStanza.parseOneLine("""
                # deb http://commented.example.org/ bookworm main
                deb http://a.example.org/debian bookworm main contrib # why
                deb [arch=amd64,arm64 signed-by=/etc/apt/keyrings/a.gpg] http://b.example.org bookworm main
                nonsense
                """);

        assertThat(stanzas)
                .containsExactly(
                        new AptStanza(Map.of(
                                "types", "deb",
                                "uris", "http://a.example.org/debian",
                                "suites", "bookworm",
                                "components", "main contrib")),
                        new AptStanza(Map.of(
                                "types", "deb",
                                "uris", "http://b.example.org",
                                "suites", "bookworm",
                                "components", "main",
                                "architectures", "amd64 arm64",
                                "signed-by", "/etc/apt/keyrings/a.gpg")));
        assertThat(stanzas.getLast().keyrings()).containsExactly("/etc/apt/keyrings/a.gpg");
    }

    @Test
    void isWrittenAsAptReadsIt() {
        var stanza =
                AptStanza.of("http://a.example.org/debian", "trixie", List.of("main"), "/usr/share/keyrings/a.gpg");

        assertThat(stanza.text()).isEqualTo("""
                types: deb
                uris: http://a.example.org/debian
                suites: trixie
                components: main
                signed-by: /usr/share/keyrings/a.gpg
                """);
        assertThat(AptStanza.parseDeb822(stanza.text())).containsExactly(stanza);
    }
}
