package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageListTest {

    @Test
    void readsWhatIsInstalledFromDpkg() {
        var list = PackageList.parseDpkgStatus("""
                Package: sudo
                Status: install ok installed
                Architecture: amd64
                Version: 1.9
                Description: a
                 Version: not this

                Package: gone
                Status: deinstall ok config-files
                Architecture: amd64
                Version: 1

                Package: bash
                Status: install ok installed
                Architecture: amd64
                Version: 5.2
                """);

        assertThat(list.packages()).containsExactly("bash 5.2 amd64", "sudo 1.9 amd64");
    }

    @Test
    void hasTheSameDigestForTheSamePackages() {
        var one = PackageList.parseLines("bash 5.2 x86_64\nsudo 1.9 x86_64\n");
        var other = PackageList.parseLines("sudo 1.9 x86_64\n\nbash 5.2 x86_64\n");

        assertThat(one.digest())
                .isEqualTo(other.digest())
                .isNotEqualTo(PackageList.parseLines("bash 5.3 x86_64\nsudo 1.9 x86_64\n")
                        .digest())
                .isEqualTo("sha256:46b7b840475b39e6d4b7df5c0d21d190badc8a70ad5d929190a1ea5eb3576648");
    }
}
