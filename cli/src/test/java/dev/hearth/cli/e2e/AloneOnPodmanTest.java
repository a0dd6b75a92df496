package dev.hearth.cli.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class AloneOnPodmanTest {
    private static final DescribedPredicate<JavaCodeUnit> USING_PODMAN = describe(
            "use the user's Podman",
            unit -> unit.getFieldAccesses().stream()
                    .anyMatch(access -> access.getTarget().getName().equals(TestedEngine.PODMAN.name())));

    private static final DescribedPredicate<JavaCodeUnit> ALONE = describe(
            "alone there",
            unit -> unit.isMetaAnnotatedWith(AloneOnPodman.class)
                    || unit.getOwner().isMetaAnnotatedWith(AloneOnPodman.class));

    @Test
    void isSaidByAllTestsThatUseTheUsersPodman() {
        codeUnits()
                .that(USING_PODMAN)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("IT")
                .should(be(ALONE))
                .because("a test on Docker runs beside those on Podman, which count containers and images")
                .check(new ClassFileImporter().importPackages("dev.hearth.cli.e2e"));
    }
}
