package dev.hearth.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.hearth.core.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the layout, executed. */
class ArchitectureTest {
    private static final JavaClasses HEARTH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ArchitectureTest::isNoTestJar)
            .importPackages("dev.hearth");

    private static final String[] OS_CORE = {"dev.hearth.core..", "dev.hearth.os.."};
    private static final String IMAGES = "dev.hearth.images..";
    private static final String CLI = "dev.hearth.cli..";
    private static final DescribedPredicate<JavaClass> HOST_INTEGRATION = resideInAPackage("dev.hearth..")
            .and(not(resideInAnyPackage(OS_CORE)))
            .and(not(resideInAnyPackage(IMAGES, CLI)));

    @Test
    void seesAllModules() {
        assertThat(HEARTH.stream().map(JavaClass::getName))
                .contains(
                        "dev.hearth.core.failure.Failure",
                        "dev.hearth.images.ImageReference",
                        "dev.hearth.pets.Pets",
                        "dev.hearth.cli.Main")
                .doesNotContain("dev.hearth.engine.FakeContainerEngine", "dev.hearth.cli.Golden");
    }

    @Test
    void nothingLowerUsesAnythingHigher() {
        noClasses()
                .that()
                .resideInAnyPackage(OS_CORE)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.hearth..").and(not(resideInAnyPackage(OS_CORE))))
                .because("os-core is the ground that everyone stands on")
                .check(HEARTH);
        noClasses()
                .that()
                .resideInAPackage(IMAGES)
                .should()
                .dependOnClassesThat(HOST_INTEGRATION.or(resideInAPackage(CLI)))
                .because("what a pet can be made from does not depend on what is done with pets")
                .check(HEARTH);
        noClasses()
                .that(not(resideInAPackage(CLI)))
                .should()
                .dependOnClassesThat(resideInAPackage(CLI))
                .because("the command line is one way to use hearth, and nothing lower calls up")
                .check(HEARTH);
    }

    @Test
    void theBaseAndImagesKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.hearth.os..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(IMAGES)
                .because("updating the base must not depend on where pets come from")
                .allowEmptyShould(true)
                .check(HEARTH);
        noClasses()
                .that()
                .resideInAPackage(IMAGES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.hearth.os..")
                .because("images are made on hosts of any kind")
                .check(HEARTH);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.hearth.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs another and is needed by it is one package in two places")
                .check(HEARTH);
    }

    @Test
    void onlyTheAdapterSeesTheEnginesLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.hearth.engine.docker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .because("the rest of hearth speaks of containers in words of its own, and starts fast")
                .check(HEARTH);
    }

    @Test
    void onlyTheCommandLineSeesItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CLI)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("use cases are called by more than a command line")
                .check(HEARTH);
    }

    @Test
    void theCommandLineSeesJsonInOnePlace() {
        noClasses()
                .that(resideInAPackage(CLI).and(not(resideInAPackage("dev.hearth.cli.output"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("it is loaded where JSON is asked for, and nowhere else")
                .check(HEARTH);
    }

    @Test
    void onlyScreensSeeTheTerminalsLibrary() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.hearth.cli.screen",
                        "dev.hearth.cli.picker",
                        "dev.hearth.cli.shell",
                        "dev.hearth.cli.top")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .because("it is loaded where people choose or look, and nowhere else")
                .check(HEARTH);
    }

    @Test
    void imagesStandOnTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(IMAGES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.hearth.core..", IMAGES)
                .because("what a pet can be made from is knowledge, not technology")
                .check(HEARTH);
    }

    @Test
    void onlyOnePackageStartsPrograms() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.hearth.core.process")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("programs are run with a limit of time, without a shell, and noted in the log")
                .check(HEARTH);
    }

    @Test
    void onlyMainTouchesTheRunningProcess() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(ProcessHandle.class, "current")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what hearth starts with is collected once, so that tests can give it another world")
                .check(HEARTH);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                // A package manager, and Podman's service, are what the world calls them.
                .haveNameMatching("(?!.*(PackageManager|PodmanService)$).*"
                        + "(Utils?|Helper|Manager|Impl|Service|Dto|Exception)")
                .because("such a name fits anything, so that everything ends up behind it")
                .check(HEARTH);
    }

    @Test
    void failuresAreFinalAndLieBesideWhatTheyTalkAbout() {
        classes()
                .that(describe("are failures", type -> type.isAssignableTo(Failure.class)))
                .and()
                .doNotBelongToAnyOf(Failure.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .resideOutsideOfPackages("..failures..", "..exceptions..", "..errors..")
                .because("a failure's words belong to the feature, and its kinds are closed")
                .check(HEARTH);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(new ArchCondition<>("be in a package that is null-marked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not"));
                    }
                })
                .because("otherwise null is checked by nobody there")
                .check(HEARTH);
    }

    @Test
    void escapeSequencesAreWrittenInOnePlace() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            var writing = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(ArchitectureTest::writesEscapes)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toList());
            assertThat(writing).isEqualTo(List.of("Colors.java"));
        }
    }

    private static boolean writesEscapes(Path source) {
        try {
            return Files.readString(source).toUpperCase(Locale.ROOT).contains("\\U001B");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNoTestJar(Location location) {
        return !location.contains("tests.jar") && !location.contains("test-classes");
    }
}
