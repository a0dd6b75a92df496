package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageDiffTest {

    @Test
    void tellsWhatCameWentAndChanged() {
        var diff = PackageDiff.between(
                rpms("bash-5.1-1.x86_64", "gone-1-1.x86_64", "old-2-1.x86_64", "same-1-1.noarch"),
                rpms("bash-5.2-1.x86_64", "new-1-1.x86_64", "old-1-9.x86_64", "same-1-1.noarch"));

        assertThat(diff)
                .isEqualTo(new PackageDiff(
                        List.of(rpm("new-1-1.x86_64")),
                        List.of(rpm("gone-1-1.x86_64")),
                        List.of(change("bash-5.1-1.x86_64", "bash-5.2-1.x86_64")),
                        List.of(change("old-2-1.x86_64", "old-1-9.x86_64"))));
        assertThat(diff.summary()).isEqualTo("1 upgraded, 1 downgraded, 1 removed, 1 added");
    }

    @Test
    void leavesZerosOutOfTheSummary() {
        var diff = PackageDiff.between(rpms("b-1-1.noarch"), rpms("a-1-1.noarch", "b-2-1.noarch", "c-1-1.noarch"));

        assertThat(diff.summary()).isEqualTo("1 upgraded, 2 added");
    }

    @Test
    void findsNothingBetweenEqualTrees() {
        var diff = PackageDiff.between(rpms("a-1-1.noarch"), rpms("a-1-1.noarch"));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.summary()).isEqualTo("no package changed");
    }

    @Test
    void pairsArchitecturesOfOneName() {
        var diff = PackageDiff.between(
                rpms("glibc-1-1.i686", "glibc-1-1.x86_64"), rpms("glibc-2-1.i686", "glibc-2-1.x86_64"));

        assertThat(diff.upgraded())
                .containsExactly(
                        change("glibc-1-1.i686", "glibc-2-1.i686"), change("glibc-1-1.x86_64", "glibc-2-1.x86_64"));
    }

    @Test
    void addsAnArchitectureOfANameThatWasThere() {
        var diff = PackageDiff.between(rpms("glibc-1-1.x86_64"), rpms("glibc-2-1.i686", "glibc-2-1.x86_64"));

        assertThat(diff)
                .isEqualTo(new PackageDiff(
                        List.of(rpm("glibc-2-1.i686")),
                        List.of(),
                        List.of(change("glibc-1-1.x86_64", "glibc-2-1.x86_64")),
                        List.of()));
    }

    @Test
    void takesEachOfSeveralKernelsForItself() {
        var diff = PackageDiff.between(
                rpms("kernel-6.1-1.x86_64", "kernel-6.2-1.x86_64"), rpms("kernel-6.2-1.x86_64", "kernel-6.3-1.x86_64"));

        assertThat(diff)
                .isEqualTo(new PackageDiff(
                        List.of(rpm("kernel-6.3-1.x86_64")),
                        List.of(rpm("kernel-6.1-1.x86_64")),
                        List.of(),
                        List.of()));
    }

    @Test
    void upgradesTheOneKernelThatThereIs() {
        var diff = PackageDiff.between(rpms("kernel-6.1-1.x86_64"), rpms("kernel-6.2-1.x86_64"));

        assertThat(diff.summary()).isEqualTo("1 upgraded");
    }

    @Test
    void followsANameToAnotherArchitecture() {
        var diff = PackageDiff.between(rpms("fonts-1-1.noarch"), rpms("fonts-2-1.x86_64"));

        assertThat(diff.upgraded()).containsExactly(change("fonts-1-1.noarch", "fonts-2-1.x86_64"));
    }

    @Test
    void replacesWhatHasOnlyAnotherArchitecture() {
        var diff = PackageDiff.between(rpms("fonts-1-1.noarch"), rpms("fonts-1-1.x86_64"));

        assertThat(diff.summary()).isEqualTo("1 removed, 1 added");
    }

    @Test
    void replacesEverythingWhenThePackageManagerIsAnother() {
        var debian = new InstalledPackages(VersionOrder.DPKG, List.of(new InstalledPackage("bash", "5.2-1", "amd64")));

        var diff = PackageDiff.between(rpms("bash-5.1-1.x86_64"), debian);

        assertThat(diff.summary()).isEqualTo("1 removed, 1 added");
    }

    @Test
    void takesATreeWithoutPackagesForAnEmptyOne() {
        assertThat(PackageDiff.between(InstalledPackages.NONE, rpms("a-1-1.noarch"))
                        .summary())
                .isEqualTo("1 added");
        assertThat(PackageDiff.between(rpms("a-1-1.noarch"), InstalledPackages.NONE)
                        .summary())
                .isEqualTo("1 removed");
    }

    @Test
    void tellsWhichPackagesThereAreAfterwards() {
        var before = rpms("bash-5.1-1.x86_64", "gone-1-1.x86_64", "old-2-1.x86_64", "kernel-6.1-1.x86_64");
        var after = rpms(
                "bash-5.2-1.x86_64", "new-1-1.x86_64", "old-1-9.x86_64", "kernel-6.1-1.x86_64", "kernel-6.2-1.x86_64");

        assertThat(PackageDiff.between(before, after).appliedTo(before)).isEqualTo(after);
    }

    private static InstalledPackages rpms(String... packages) {
        return new InstalledPackages(
                VersionOrder.RPM, Stream.of(packages).map(PackageDiffTest::rpm).toList());
    }

    private static VersionChange change(String from, String to) {
        return new VersionChange(rpm(from), rpm(to));
    }

    /** Takes {@code name-version-release.architecture} apart. */
    private static InstalledPackage rpm(String text) {
        int dash = text.indexOf('-');
        int dot = text.lastIndexOf('.');
        return new InstalledPackage(text.substring(0, dash), text.substring(dash + 1, dot), text.substring(dot + 1));
    }
}
