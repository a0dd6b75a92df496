package dev.hearth.os.etc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.UnsafeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionStoreTest {
    private static final Decision.Conflict CONFLICT =
            new Decision.Conflict(Decision.Reason.BOTH_CHANGED, new Versions("absent", "sha256:1", "sha256:2"), null);

    @TempDir
    Path directory;

    private Path file;
    private long self;
    private ResolutionStore store;

    @BeforeEach
    void makeAStore() throws IOException {
        self = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        store = new ResolutionStore(new PrivateDirectory(directory.resolve("state"), self));
        file = directory.resolve("state/etc-resolutions.json");
    }

    @Test
    void holdsNothingAtFirst() {
        assertThat(store.read()).isEqualTo(Resolutions.NONE);
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var resolutions = Resolutions.NONE
                .with(Path.of("a b/ä"), CONFLICT, new Resolution.Keep())
                .with(Path.of("b"), CONFLICT, new Resolution.Take())
                .with(Path.of("c"), CONFLICT, new Resolution.Edited("text\n"));

        store.write(resolutions);

        assertThat(store.read()).isEqualTo(resolutions);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void writesAFormThatOtherVersionsCanRead() throws IOException {
        store.write(Resolutions.NONE.with(Path.of("ssh/sshd_config"), CONFLICT, new Resolution.Edited("x\n")));

        assertThat(file).content().isEqualToIgnoringWhitespace("""
                {
                  "schema" : 1,
                  "resolutions" : [ {
                    "path" : "ssh/sshd_config",
                    "versions" : {
                      "oldDefault" : "absent",
                      "newDefault" : "sha256:1",
                      "local" : "sha256:2"
                    },
                    "resolution" : {
                      "choice" : "edited",
                      "text" : "x\\n"
                    }
                  } ]
                }
                """);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        store.write(Resolutions.NONE);
        for (var content : new String[] {
            "",
            "null",
            "[]",
            "{",
            "{}",
            "{\"schema\": 2, \"resolutions\": []}",
            "{\"schema\": 1, \"resolutions\": null}",
            "{\"schema\": 1, \"resolutions\": [null]}",
            "{\"schema\": 1, \"resolutions\": [{\"path\": \"a\"}]}",
        }) {
            Files.writeString(file, content);

            assertThatThrownBy(store::read)
                    .as(content)
                    .isInstanceOf(ResolutionsDamaged.class)
                    .hasMessage("The decisions about configuration conflicts, '" + file + "', cannot be read");
        }
    }

    @Test
    void doesNotBelieveSomebodyElsesFile() {
        store.write(Resolutions.NONE);
        var other = new ResolutionStore(new PrivateDirectory(directory.resolve("state"), self + 1));

        assertThatThrownBy(other::read).isInstanceOf(UnsafeDirectory.class);
    }
}
