package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaseWouldChangeTest {
    @Test
    void tellsWhatWouldBeReplacedAndWhatRemoved() {
        assertThat(new BaseWouldChange(
                        List.of(each("a", "1")), List.of(new VersionChange(each("b", "1"), each("b", "2")))))
                .hasMessage("It would change the base: replace b (1 to 2) and remove a");
    }

    @Test
    void namesFewOfManyPackages() {
        var many = IntStream.range(0, 10)
                .mapToObj(number -> each("p" + number, "1"))
                .toList();

        assertThat(new BaseWouldChange(many, List.of()))
                .hasMessage("It would change the base: remove p0, p1, p2, p3, p4, p5, p6, p7, 2 more");
    }

    private static InstalledPackage each(String name, String version) {
        return new InstalledPackage(name, version, "all");
    }
}
