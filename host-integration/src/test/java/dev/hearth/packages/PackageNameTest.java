package dev.hearth.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gdb",
                "g++",
                "0ad",
                "libstdc++6",
                "gdb=13.1-3",
                "gdb:arm64",
                "gdb/bookworm-backports",
                "@development-tools",
                "pkgconfig(zlib)",
                "gdb@edge",
                "extra/gdb",
                "gdb~13"
            })
    void takesWhatPackageManagersKnow(String name) {
        assertThat(PackageName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-y",
                "--root=/",
                "gdb-",
                "!gdb",
                "+gdb",
                "/tmp/gdb.deb",
                "./gdb",
                "gdb.deb",
                "gdb.rpm",
                "gdb.pkg.tar.zst",
                "lib*",
                "lib?",
                "~i",
                "?true",
                "gdb gcc",
                "gdb\n",
                "gdb;id",
                "$(id)",
                "gdb>1"
            })
    void refusesWhatTheyMightTakeForSomethingElse(String name) {
        assertThatThrownBy(() -> PackageName.parse(name))
                .isInstanceOf(InvalidPackageName.class)
                .hasMessageEndingWith("is not the name of a package");
    }

    @Test
    void isAskedForOnceInTheVersionThatWasNamedLast() {
        var requests = request(PackageAction.INSTALL, "gdb", "gcc", "gdb=13", "gdb=13")
                .appliedTo(List.of("make", "gdb:arm64"));

        assertThat(requests).containsExactly("make", "gdb", "gcc", "gdb=13");
        assertThat(request(PackageAction.REMOVE, "gdb").appliedTo(requests)).containsExactly("make", "gcc");
        assertThat(PackageRequest.upgrade().appliedTo(requests)).isEqualTo(requests);
    }

    private static PackageRequest request(PackageAction action, String... names) {
        return new PackageRequest(
                action, Stream.of(names).map(PackageName::parse).toList());
    }
}
