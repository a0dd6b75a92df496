package dev.hearth.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageDifferenceTest {
    @Test
    void asksForWhatIsMissingBeforeWhatIsTooMuch() {
        assertThat(PackageDifference.between(List.of("gcc", "gdb"), List.of("make", "gcc", "make")))
                .containsExactly(request(PackageAction.INSTALL, "make"), request(PackageAction.REMOVE, "gdb"));
    }

    @Test
    void takesAnotherVersionForTheSamePackage() {
        assertThat(PackageDifference.between(List.of("gcc=12"), List.of("gcc")))
                .containsExactly(request(PackageAction.INSTALL, "gcc"));
    }

    @Test
    void findsNothingInAnotherOrder() {
        assertThat(PackageDifference.between(List.of("gcc", "gdb"), List.of("gdb", "gcc")))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatNoRequestCanName() {
        assertThat(PackageDifference.between(List.of("./tool.deb"), List.of())).isEmpty();
    }

    private static PackageRequest request(PackageAction action, String name) {
        return new PackageRequest(action, List.of(new PackageName(name)));
    }
}
