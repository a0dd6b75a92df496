package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.guest.GuestFiles;
import dev.hearth.os.host.PlainHost;
import dev.hearth.packages.FakeApt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where packages go that are asked for on a host with a base, when nobody names a pet. */
class InstallPlaceTest extends OsFixture {
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void makeAPetOnAHostWithABase() {
        base.with(NEW, "booted");
        hearth.engine()
                .withFile("localhost/hearth/debian:12", "/var/lib/dpkg/status", FakeApt.paragraph("tar", "1.34"))
                .withProgram(GuestFiles.PACKAGE_CONTENT.value(), (_, request, line) -> {
                    var name = request.command().getLast();
                    asked.add(name);
                    var answer = content(name);
                    answer.forEach(line);
                    return answer.getFirst().equals("part") ? 0 : 1;
                });
        new FakeApt(hearth.engine()).with("htop", "3.2").with("razer", "1.0").with("odd", "1.0");
        hearth.run("create", "dev");
    }

    @Test
    void goesToThePetWithAWord() {
        golden("install/placed-dry-run", hearth.run("install", "htop", "--dry-run"));
        golden("install/placed", hearth.run("install", "--yes", "--quiet", "htop"));
    }

    @Test
    void isNotLayeredSilently() {
        golden("install/belongs-in-base", hearth.run("install", "--yes", "htop", "razer"));

        assertThat(base.changes()).isEmpty();
        assertThat(hearth.run("show", "dev").out()).doesNotContain("htop");
    }

    @Test
    void goesToThePetAlsoWhereThatCannotBeJudged() {
        golden("install/not-told", hearth.run("install", "--yes", "--quiet", "odd"));
    }

    @Test
    void goesToAFirstPet() {
        hearth.run("rm", "--force", "--yes", "dev");

        assertThat(hearth.run("install", "htop").err()).startsWith("Error: There is no pet yet\n");
        assertThat(hearth.run("install", "--yes", "--quiet", "htop").err())
                .endsWith("'htop' can live in a pet: it goes to 'debian-12'\n");

        assertThat(hearth.run("show", "debian-12").out()).contains("Packages:     htop\n");
    }

    @Test
    void goesWhereItIsSaid() {
        assertThat(hearth.run("install", "--yes", "--quiet", "-c", "dev", "razer")
                        .status())
                .isZero();
        hearth.withVariable("HEARTH_PET", "dev");
        assertThat(hearth.run("install", "--yes", "--quiet", "htop").status()).isZero();

        assertThat(asked).isEmpty();
    }

    @Test
    void isNotAskedWhereThereIsNoBase() {
        hearth.ports().keepNone(new PlainHost());

        assertThat(hearth.run("install", "--yes", "--quiet", "razer").err()).doesNotContain("base");
        assertThat(hearth.run("install", "--sysroot", "/srv/none", "htop").err())
                .contains("This host has no immutable base");

        assertThat(asked).isEmpty();
    }

    private static List<String> content(String name) {
        return switch (name) {
            case "htop" -> deb(name, "usr/bin/htop");
            case "razer" -> deb(name, "usr/lib/udev/rules.d/99-razer.rules");
            default -> List.of("said Get:1 http://deb.debian.org", "said E: Failed to fetch odd_1.0.deb");
        };
    }

    private static List<String> deb(String name, String file) {
        return List.of(
                "part",
                "field " + name,
                "field 1.0",
                "field amd64",
                "field " + name,
                "field ,",
                "member -rw-r--r-- root/root 10 2026-01-01 00:00 ./" + file);
    }
}
