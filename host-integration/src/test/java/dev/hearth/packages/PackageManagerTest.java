package dev.hearth.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackageManagerTest {
    private static final PackageRequest INSTALL =
            new PackageRequest(PackageAction.INSTALL, List.of(new PackageName("gdb"), new PackageName("gcc")));
    private static final PackageRequest REMOVE =
            new PackageRequest(PackageAction.REMOVE, List.of(new PackageName("gdb")));
    private static final String APT = "apt-get -q -o APT::Cmd::Pattern-Only=true -o Dpkg::Options::=--force-confdef"
            + " -o Dpkg::Options::=--force-confold ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "dnf5     | --assumeno install gdb gcc    | -y --downloadonly install gdb gcc | -y install gdb gcc",
                "dnf      | --assumeno install gdb gcc    | -y --downloadonly install gdb gcc | -y install gdb gcc",
                "yum      | --assumeno install gdb gcc    | -y --downloadonly install gdb gcc | -y install gdb gcc",
                "microdnf | -y --setopt=tsflags=test install gdb gcc | none | -y install gdb gcc",
                "zypper   | --non-interactive install --dry-run gdb gcc"
                        + " | --non-interactive install --download-only gdb gcc | --non-interactive install gdb gcc",
                "apk      | add --simulate gdb gcc | none | add gdb gcc",
                "pacman   | -S --needed --noconfirm --print --print-format %n=%v gdb gcc"
                        + " | -S --needed --noconfirm --downloadonly gdb gcc | -S --needed --noconfirm gdb gcc"
            })
    void installs(String program, String plan, String fetch, String change) {
        verify(program, INSTALL, plan, fetch, change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "dnf5     | --assumeno remove gdb                           | none | -y remove gdb",
                "dnf      | --assumeno remove gdb                           | none | -y remove gdb",
                "microdnf | -y --setopt=tsflags=test remove gdb             | none | -y remove gdb",
                "zypper   | --non-interactive remove --dry-run gdb          | none | --non-interactive remove gdb",
                "apk      | del --simulate gdb                              | none | del gdb",
                "pacman   | -Rs --noconfirm --print --print-format %n=%v gdb | none | -Rs --noconfirm gdb"
            })
    void removes(String program, String plan, String fetch, String change) {
        verify(program, REMOVE, plan, fetch, change);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "dnf5     | --assumeno upgrade                | -y --downloadonly upgrade | -y upgrade",
                "dnf      | --assumeno upgrade                | -y --downloadonly upgrade | -y upgrade",
                "microdnf | -y --setopt=tsflags=test upgrade  | none                      | -y upgrade",
                "zypper   | --non-interactive update --dry-run | --non-interactive update --download-only"
                        + " | --non-interactive update",
                "apk      | upgrade --simulate                | none                      | upgrade",
                "pacman   | -Su --noconfirm --print --print-format %n=%v | -Su --noconfirm --downloadonly"
                        + " | -Su --noconfirm"
            })
    void upgrades(String program, String plan, String fetch, String change) {
        verify(program, PackageRequest.upgrade(), plan, fetch, change);
    }

    @Test
    void asksAptNotToTakeNamesForPatternsNorToAskAboutFiles() {
        assertThat(line(PackageManager.APT.plan(INSTALL))).isEqualTo(APT + "--simulate install gdb gcc");
        assertThat(line(PackageManager.APT.fetch(INSTALL))).isEqualTo(APT + "--yes --download-only install gdb gcc");
        assertThat(line(PackageManager.APT.change(INSTALL))).isEqualTo(APT + "--yes install gdb gcc");
        assertThat(line(PackageManager.APT.plan(REMOVE))).isEqualTo(APT + "--simulate remove gdb");
        assertThat(PackageManager.APT.fetch(REMOVE)).isEmpty();
        assertThat(line(PackageManager.APT.change(REMOVE))).isEqualTo(APT + "--yes remove gdb");
        assertThat(line(PackageManager.APT.change(PackageRequest.upgrade())))
                .isEqualTo(APT + "--yes --with-new-pkgs upgrade");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get  | -q -o Acquire::http::Timeout=20 update",
                "dnf5     | -q makecache",
                "dnf      | -q makecache",
                "microdnf | makecache",
                "zypper   | --non-interactive refresh",
                "apk      | update",
                "pacman   | -Sy --noconfirm"
            })
    void fetchesLists(String program, String words) {
        assertThat(line(manager(program).refresh())).isEqualTo(program + " " + words);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void tellsFromAPlanWhatWouldBecomeOfIt(
            String program, int status, String said, boolean possible, boolean changing) {
        var lines = said.lines().toList();

        assertThat(manager(program).isPossible(status, lines)).isEqualTo(possible);
        assertThat(manager(program).changesAnything(lines)).isEqualTo(changing);
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                arguments("apt-get", 0, "Inst gdb (13.1-3 Debian:12.0/stable [amd64])", true, true),
                arguments("apt-get", 0, "Remv gdb [13.1-3]", true, true),
                arguments("apt-get", 0, "gdb is already the newest version (13.1-3).", true, false),
                arguments("apt-get", 100, "E: Unable to locate package gdb", false, false),
                arguments("dnf", 1, "Transaction Summary\n=====\nInstall  1 Package\n\nOperation aborted.", true, true),
                arguments("dnf", 0, "Dependencies resolved.\nNothing to do.\nComplete!", true, false),
                arguments("dnf", 1, "Error: Unable to find a match: gdb", false, false),
                arguments(
                        "dnf5",
                        1,
                        "Transaction Summary:\n Installing: 1\n\nOperation aborted by the user.",
                        true,
                        true),
                arguments("dnf5", 1, "No match for argument: gdb", false, false),
                arguments("yum", 1, "Transaction Summary\nExiting on user command", true, true),
                arguments("microdnf", 0, "Transaction Summary:\n Installing:        1 packages", true, true),
                arguments("microdnf", 1, "error: No package matches 'gdb'", false, false),
                arguments("zypper", 0, "The following NEW package is going to be installed:\n  gdb", true, true),
                arguments("zypper", 102, "The following 2 packages are going to be upgraded:", true, true),
                arguments("zypper", 0, "'gdb' is already installed.\nNothing to do.", true, false),
                arguments("zypper", 104, "No provider of 'gdb' found.", false, false),
                arguments("apk", 0, "(1/2) Installing gdb (13.1-r0)\nOK: 90 MiB in 40 packages", true, true),
                arguments("apk", 0, "( 9/12) Upgrading busybox (1.36.1-r5 -> 1.36.1-r6)", true, true),
                arguments("apk", 0, "OK: 90 MiB in 40 packages", true, false),
                arguments("apk", 1, "ERROR: unable to select packages:\n  gdb (no such package):", false, false),
                arguments("pacman", 0, "gdb=13.1-1", true, true),
                arguments(
                        "pacman",
                        0,
                        "warning: gdb-13.1-1 is up to date -- skipping\n there is nothing to do",
                        true,
                        false),
                arguments("pacman", 1, "error: target not found: gdb", false, false));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void readsWhatASearchFound(PackageManager manager, String words, String printed, FoundPackage... found) {
        assertThat(line(manager.search(List.of(new SearchWord("gnu"), new SearchWord("debugger")))))
                .isEqualTo(words + " gnu debugger");
        assertThat(manager.found(printed.lines().toList())).containsExactly(found);
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                arguments(
                        PackageManager.APT,
                        "apt-cache search --",
                        "gdb - GNU Debugger\ncgdb - curses-based interface to the GNU Debugger\n",
                        new FoundPackage[] {
                            new FoundPackage("gdb", "", "GNU Debugger"),
                            new FoundPackage("cgdb", "", "curses-based interface to the GNU Debugger")
                        }),
                arguments(PackageManager.DNF, "dnf -q search", """
                        ==================== Name Exactly Matched: gdb =====================
                        gdb.x86_64 : A stub package for GNU source-level debugger
                        ======================= Name Matched: gdb ==========================
                        gdb-headless.x86_64 : A GNU source-level debugger
                        gdb.i686 : A stub package for GNU source-level debugger
                        java-21.noarch : More
                        """, new FoundPackage[] {
                    new FoundPackage("gdb", "", "A stub package for GNU source-level debugger"),
                    new FoundPackage("gdb-headless", "", "A GNU source-level debugger"),
                    new FoundPackage("java-21", "", "More")
                }),
                arguments(
                        PackageManager.DNF5,
                        "dnf5 -q search",
                        "Matched fields: name (exact)\n gdb.x86_64: A stub package\nMatched fields: name\n gdb-doc.noarch\tTexts\n",
                        new FoundPackage[] {
                            new FoundPackage("gdb", "", "A stub package"), new FoundPackage("gdb-doc", "", "Texts")
                        }),
                arguments(
                        PackageManager.ZYPPER,
                        "zypper --non-interactive --quiet search --type package",
                        """

                        S  | Name    | Summary                     | Type
                        ---+---------+-----------------------------+--------
                        i+ | gdb     | A GNU source-level debugger | package
                           | gdb-doc | Documentation               | package
                        """,
                        new FoundPackage[] {
                            new FoundPackage("gdb", "", "A GNU source-level debugger"),
                            new FoundPackage("gdb-doc", "", "Documentation")
                        }),
                arguments(
                        PackageManager.APK,
                        "apk search -v -d --",
                        "gdb-13.1-r0 - The GNU Debugger\ngdb-multiarch-13.1-r0 - GDB for all\n",
                        new FoundPackage[] {
                            new FoundPackage("gdb", "13.1-r0", "The GNU Debugger"),
                            new FoundPackage("gdb-multiarch", "13.1-r0", "GDB for all")
                        }),
                arguments(PackageManager.PACMAN, "pacman -Ss --", """
                        extra/gdb 13.1-1 [installed]
                            The GNU Debugger
                        extra/gdb-dashboard 0.17-1
                            A modular interface
                        """, new FoundPackage[] {
                    new FoundPackage("gdb", "13.1-1", "The GNU Debugger"),
                    new FoundPackage("gdb-dashboard", "0.17-1", "A modular interface")
                }));
    }

    @Test
    void knowsThatOneCannotSearch() {
        assertThat(PackageManager.MICRODNF.searches()).isFalse();
        assertThat(PackageManager.MICRODNF.found(List.of("gdb"))).isEmpty();
        assertThat(PackageManager.of("emerge")).isEmpty();
    }

    private static void verify(
            String program, PackageRequest request, String plan, @Nullable String fetch, String change) {
        var manager = manager(program);
        assertThat(line(manager.plan(request))).isEqualTo(program + " " + plan);
        assertThat(line(manager.fetch(request))).isEqualTo(fetch == null ? "" : program + " " + fetch);
        assertThat(line(manager.change(request))).isEqualTo(program + " " + change);
    }

    private static PackageManager manager(String program) {
        return PackageManager.of(program).orElseThrow();
    }

    private static String line(List<String> words) {
        return String.join(" ", words);
    }
}
