package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.packages.InstalledPackage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackageChangesTest {
    @Test
    void tellsWhatCameWentAndChanged() {
        var before = List.of(each("a", "1"), each("b", "1"), each("c", "1"));
        var after = List.of(each("a", "1"), each("b", "2"), each("d", "1"));

        assertThat(PackageChanges.between(before, after))
                .isEqualTo(new PackageChanges(
                        List.of(each("d", "1")),
                        List.of(each("c", "1")),
                        List.of(new VersionChange(each("b", "1"), each("b", "2")))));
    }

    @Test
    void seesNoChangeOfVersionWhereThereAreSeveral() {
        var before = List.of(each("kernel", "1"), each("kernel", "2"));
        var after = List.of(each("kernel", "2"), each("kernel", "3"), each("kernel", "4"));

        assertThat(PackageChanges.between(before, after))
                .isEqualTo(new PackageChanges(
                        List.of(each("kernel", "3"), each("kernel", "4")), List.of(each("kernel", "1")), List.of()));
    }

    @Test
    void namesFewOfManyPackagesThatWouldChange() {
        var many = IntStream.range(0, 10)
                .mapToObj(number -> each("p" + number, "1"))
                .toList();

        assertThat(new BaseWouldChange(new PackageChanges(List.of(), many, List.of())))
                .hasMessage("It would change the base: remove p0, p1, p2, p3, p4, p5, p6, p7, 2 more");
    }

    private static InstalledPackage each(String name, String version) {
        return new InstalledPackage(name, version, "all");
    }
}
