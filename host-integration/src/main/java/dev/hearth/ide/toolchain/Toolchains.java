package dev.hearth.ide.toolchain;

import static java.util.stream.Collectors.joining;

import dev.hearth.exports.Export;
import dev.hearth.exports.ExportName;
import dev.hearth.exports.ExportedPrograms;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Marked;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * For each pet a directory of its tools, under their usual names, and a file that tells CMake of its compilers.
 *
 * @param directory where these are
 * @param home in which files are the same on both sides
 */
public record Toolchains(Path directory, Path home) implements Tool {
    /** What hearth calls it. */
    public static final String NAME = "toolchain";

    /** {@return the names of the programs that a pet is asked for} */
    public static List<String> wanted() {
        return KnownTools.names();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Without asking the pet: with the tools that it had. */
    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        return setUp(pet, had(pet), call);
    }

    /**
     * {@return what makes a pet's tools these}
     *
     * @param paths of the tools in the pet
     */
    public List<Step> setUp(PetName pet, Collection<String> paths, HearthCall call) {
        var tools = new KnownTools(paths.stream().distinct().toList());
        var steps = new ArrayList<Step>();
        var old = programs(pet).list().stream()
                .filter(export -> !tools.paths().contains(export.source()))
                .toList();
        steps.addAll(removal(pet, old));
        steps.addAll(writing(pet, tools, call.everywhere()));
        steps.addAll(file(tools).setUp(pet, call));
        return steps;
    }

    @Override
    public List<Step> remove(PetName pet) {
        var steps = new ArrayList<>(anyFile().remove(pet));
        steps.addAll(removal(pet, programs(pet).list()));
        return steps;
    }

    /** Programs of a pet that is gone are of no use to whoever changed the file. */
    @Override
    public List<Step> forget(PetName pet) {
        var steps = new ArrayList<>(anyFile().removeUnlessEdited(pet));
        steps.addAll(removal(pet, programs(pet).list()));
        return steps;
    }

    @Override
    public List<Step> rename(PetName from, PetName to, HearthCall call) {
        var steps = new ArrayList<>(setUp(to, had(from), call));
        steps.addAll(forget(from));
        return steps;
    }

    @Override
    public List<Marked> known() {
        return anyFile().known();
    }

    @Override
    public String use(PetName pet) {
        return "IDEs find its tools in '%s', and CMake its compilers by '%s'".formatted(bin(pet), cmakeFile(pet));
    }

    /** {@return the file that tells CMake of a pet's compilers} */
    Path cmakeFile(PetName pet) {
        return anyFile().path(pet);
    }

    /** {@return where a pet's tools are; below one name, as a pet may be called like another's file for CMake} */
    Path bin(PetName pet) {
        return bin().resolve(pet.value());
    }

    private Path bin() {
        return directory.resolve("bin");
    }

    private List<String> had(PetName pet) {
        return programs(pet).list().stream().map(Export::source).toList();
    }

    private List<Step> writing(PetName pet, KnownTools tools, HearthCall call) {
        var programs = programs(pet);
        var missing = tools.paths().stream()
                .filter(path -> !programs.has(pet, path, exportName(path), call))
                .toList();
        return step(
                "Make programs in '%s' that run those of '%s'".formatted(bin(pet), pet),
                missing.stream().map(KnownTools::name),
                () -> missing.forEach(path -> programs.write(pet, path, exportName(path), call)));
    }

    private List<Step> removal(PetName pet, List<Export> old) {
        var programs = programs(pet);
        return step("Remove programs from '" + bin(pet) + "'", old.stream().map(Export::name), () -> {
            old.forEach(programs::remove);
            removeIfEmpty(bin(pet));
            removeIfEmpty(bin());
        });
    }

    private static void removeIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Step> step(String what, Stream<String> names, Runnable work) {
        var all = names.sorted().collect(joining(", "));
        return all.isEmpty() ? List.of() : List.of(new Step(what + ": " + all, false, work));
    }

    private static ExportName exportName(String path) {
        return new ExportName(KnownTools.name(path));
    }

    private ExportedPrograms programs(PetName pet) {
        return new ExportedPrograms(bin(pet), "hearth ide %s %s --remove".formatted(NAME, pet));
    }

    private FileTool anyFile() {
        return file(new KnownTools(List.of()));
    }

    private FileTool file(KnownTools tools) {
        return new FileTool(
                NAME,
                directory,
                "",
                ".cmake",
                "#",
                (pet, _) -> new CmakeToolchain(pet, tools, bin(pet), home).text(),
                null,
                this::useOf);
    }

    private String useOf(String pet) {
        return use(new PetName(pet));
    }
}
