package dev.hearth.ide;

import dev.hearth.exports.HearthCall;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A program that reads a file for each pet, and where need be a line in a file of the user's that names them all.
 *
 * @param directory where the files are
 * @param prefix what their names have before the pet's
 * @param suffix what their names have behind it
 * @param comment what a line of comment begins with
 * @param body what a file says, but for its mark
 * @param inclusion the line, and where it is; absent where the program finds the files by itself
 * @param use how the user gets into a pet by it, which is {@code %s} there
 */
public record FileTool(
        String name,
        Path directory,
        String prefix,
        String suffix,
        String comment,
        BiFunction<PetName, HearthCall, String> body,
        @Nullable Inclusion inclusion,
        UnaryOperator<String> use)
        implements Tool {

    /** A line that is to be in a file of the user's. */
    public record Inclusion(UserFile file, String line) {}

    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        var steps = new ArrayList<Step>();
        file(pet).saying(wanted(pet, call)).ifPresent(steps::add);
        Optional.ofNullable(inclusion)
                .flatMap(one -> one.file().withFirstLine(one.line()))
                .ifPresent(steps::add);
        return steps;
    }

    @Override
    public List<Step> remove(PetName pet) {
        var steps = new ArrayList<Step>();
        file(pet).removed().ifPresent(steps::add);
        boolean last = known().stream().allMatch(marked -> marked.pet().equals(pet));
        Optional.ofNullable(inclusion)
                .filter(_ -> last)
                .flatMap(one -> one.file().withoutLine(one.line()))
                .ifPresent(steps::add);
        return steps;
    }

    /** {@return the same, but for a file that somebody changed since} */
    public List<Step> removeUnlessEdited(PetName pet) {
        try {
            return remove(pet);
        } catch (FileEditedByHand kept) {
            return List.of();
        }
    }

    /** The line stays, and names what need not be there. */
    @Override
    public List<Step> forget(PetName pet) {
        return file(pet).removed().stream().toList();
    }

    @Override
    public List<Step> rename(PetName from, PetName to, HearthCall call) {
        var steps = new ArrayList<Step>();
        file(to).saying(wanted(to, call)).ifPresent(steps::add);
        steps.addAll(forget(from));
        return steps;
    }

    @Override
    public List<Marked> known() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(this::isNamedSo)
                    .sorted()
                    .map(file -> new MarkedFile(file, comment).read())
                    .flatMap(Optional::stream)
                    .filter(marked -> marked.tool().equals(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String use(PetName pet) {
        return use.apply(pet.value());
    }

    /** {@return the path of a pet's file} */
    public Path path(PetName pet) {
        return directory.resolve(prefix + pet + suffix);
    }

    private Marked wanted(PetName pet, HearthCall call) {
        return new Marked(pet, name, call.launcher(), body.apply(pet, call));
    }

    private MarkedFile file(PetName pet) {
        return new MarkedFile(path(pet), comment);
    }

    private boolean isNamedSo(Path file) {
        var own = file.getFileName().toString();
        return own.startsWith(prefix) && own.endsWith(suffix);
    }
}
