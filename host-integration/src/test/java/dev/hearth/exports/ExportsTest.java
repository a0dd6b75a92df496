package dev.hearth.exports;

import static dev.hearth.exports.ExportFixtures.CALL;
import static dev.hearth.exports.ExportFixtures.DEV;
import static dev.hearth.exports.ExportFixtures.LAB;
import static dev.hearth.exports.ExportFixtures.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
    @TempDir
    private Path home;

    private Exports exports;

    @BeforeEach
    void startAfresh() {
        exports = new Exports(ExportFixtures.places(home));
    }

    @Test
    void listsNothingWhereNothingIs() {
        assertThat(exports.list()).isEmpty();
    }

    @Test
    void exportsAProgramThatAllMayRun() throws IOException {
        var export = exports.program(DEV, "/usr/bin/gcc", null, CALL);

        assertThat(export).isEqualTo(new Export(ExportKind.BIN, "gcc", DEV, "/usr/bin/gcc", home.resolve("bin/gcc")));
        assertThat(exports.list()).containsExactly(export);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export.file())))
                .isEqualTo("rwxr-xr-x");
        assertThat(files()).containsExactly("bin", "bin/gcc");
    }

    @Test
    void exportsUnderAnotherName() {
        exports.program(DEV, "/usr/bin/python3", new ExportName("python3.13"), CALL);

        assertThat(exports.list()).extracting(Export::name).containsExactly("python3.13");
    }

    @Test
    void exportsTheSameAnew() {
        var export = exports.program(DEV, "/usr/bin/gcc", null, CALL);

        assertThat(exports.program(DEV, "/usr/bin/gcc", null, CALL)).isEqualTo(export);
        assertThat(exports.list()).containsExactly(export);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#!/bin/sh\nexec other\n", "# X-Hearth-Pet=dev\n", "# X-Hearth-Pet=-\n# X-Hearth-Export=\n"})
    void leavesAForeignFileAlone(String content) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        var file = Files.writeString(home.resolve("bin/gcc"), content);

        assertThatThrownBy(() -> exports.program(DEV, "/usr/bin/gcc", null, CALL))
                .isInstanceOf(FileNotOurs.class)
                .hasMessage("The file '" + file + "' is there already, and is no export");
        assertThatThrownBy(() -> exports.remove(ExportKind.BIN, "gcc", null)).isInstanceOf(ExportNotFound.class);
        exports.removed(DEV);
        assertThat(file).hasContent(content);
    }

    @Test
    void leavesALinkAloneWhereverItLeads() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        var link = Files.createSymbolicLink(home.resolve("bin/gcc"), Path.of("nowhere"));

        assertThatThrownBy(() -> exports.program(DEV, "/usr/bin/gcc", null, CALL))
                .isInstanceOf(FileNotOurs.class);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void doesNotTakeAnotherPetsName() {
        exports.program(DEV, "/usr/bin/gcc", null, CALL);

        assertThatThrownBy(() -> exports.program(LAB, "/usr/bin/gcc", null, CALL))
                .isInstanceOf(ExportNameTaken.class)
                .hasMessage("The file '%s' is the export of '/usr/bin/gcc' of the pet 'dev'", home.resolve("bin/gcc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "-x", "a/b", "a b", "a\nb", "ü", "hearth"})
    void refusesNamesThatNoCommandShouldHave(String name) {
        assertThatThrownBy(() -> new ExportName(name)).isInstanceOf(InvalidExportName.class);
    }

    @Test
    void takesExportsBackByKindNameAndPet() {
        var gcc = exports.program(DEV, "/usr/bin/gcc", null, CALL);
        var gedit = exports.app(DEV, app("org.gnome.gedit", "Exec=gedit %U"), null, CALL);

        assertThatThrownBy(() -> exports.remove(ExportKind.APP, "gcc", null)).isInstanceOf(ExportNotFound.class);
        assertThatThrownBy(() -> exports.remove(ExportKind.BIN, "gcc", LAB)).isInstanceOf(ExportNotFound.class);
        assertThat(exports.remove(ExportKind.BIN, "gcc", DEV)).containsExactly(gcc);
        assertThat(exports.remove(ExportKind.APP, "gedit", null)).containsExactly(gedit);
        assertThat(exports.list()).isEmpty();
    }

    @Test
    void removesWhatAPetHadWithThePet() throws IOException {
        exportAll();
        var other = exports.program(LAB, "/usr/bin/clang", null, CALL);

        exports.removed(DEV);

        assertThat(exports.list()).containsExactly(other);
        assertThat(files()).contains("bin/clang").noneMatch(file -> file.contains("dev"));
    }

    @Test
    void makesOfARenamedPetsExportsWhatItWouldExportNow() throws IOException {
        exportAll();

        exports.renamed(DEV, LAB);

        var renamed = exports.list().stream().map(ExportsTest::content).toList();
        var names = files();
        exports.removed(LAB);
        exportAllOf(LAB);
        assertThat(exports.list().stream().map(ExportsTest::content).toList()).isEqualTo(renamed);
        assertThat(files()).isEqualTo(names);
    }

    @Test
    void findsTheExportsOfPetsThatAreGone() {
        var gcc = exports.program(DEV, "/usr/bin/gcc", null, CALL);
        exports.program(LAB, "/usr/bin/clang", null, CALL);

        assertThat(exports.orphans(List.of(LAB))).containsExactly(gcc);
    }

    @Test
    void knowsWhetherAShellFindsPrograms() {
        assertThat(exports.isOnPath(Optional.of("/usr/bin:" + home.resolve("bin"))))
                .isTrue();
        assertThat(exports.isOnPath(Optional.of("/usr/bin"))).isFalse();
        assertThat(exports.isOnPath(Optional.empty())).isFalse();
    }

    @Test
    void leavesNothingWhereNothingCanBeWritten() throws IOException {
        Files.writeString(home.resolve("bin"), "no directory");

        assertThatThrownBy(() -> exports.program(DEV, "/usr/bin/gcc", null, CALL))
                .isNotInstanceOf(Failure.class);
        assertThat(files()).containsExactly("bin");
    }

    private void exportAll() {
        exportAllOf(DEV);
    }

    private void exportAllOf(PetName pet) {
        exports.program(pet, "/usr/bin/gcc", null, CALL);
        var icon = new OfferedApp.Icon(Path.of("/usr/share/icons/hicolor/48x48/apps/g.png"), "00ff");
        exports.app(
                pet,
                new OfferedApp("gedit", app("gedit", "Icon=g", "Exec=gedit").entry(), List.of(icon)),
                null,
                CALL);
        exports.terminal(pet, CALL);
        exports.service(pet, new OfferedUnit("redis", false, "[Service]\nExecStart=/usr/bin/redis\n"), null, CALL);
    }

    private static String content(Export export) {
        try {
            return Files.readString(export.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> !file.equals(home))
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
