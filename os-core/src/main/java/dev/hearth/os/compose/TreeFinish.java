package dev.hearth.os.compose;

import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.compose.Recipe.NewUser;
import dev.hearth.os.compose.Recipe.PlacedFile;
import dev.hearth.os.layer.NewTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into a tree what a recipe has beside packages, by the tree's own programs in the sandbox. */
final class TreeFinish {
    /** Copies $1 to $2, owned by root; with the mode $3 when one is given. */
    private static final String COPY = """
            set -eu
            mkdir -p "$(dirname "$2")"
            if [ -d "$1" ]; then
                mkdir -p "$2"
                cp -R --preserve=mode,links --no-target-directory "$1" "$2"
            else
                cp --remove-destination --preserve=mode "$1" "$2"
            fi
            [ -z "$3" ] || chmod "$3" "$2"
            """;

    private final Recipe recipe;
    private final Path tree;
    private final Processes processes;

    TreeFinish(Recipe recipe, Path tree, Processes processes) {
        this.recipe = recipe;
        this.tree = tree;
        this.processes = processes;
    }

    /**
     * Does it.
     *
     * @param work an empty directory on the tree's file system
     */
    void carryOut(Path work, TreeLayOut layOut, Consumer<OsEvent> events) {
        var given = given(work.resolve("given"));
        try (var made = NewTree.open(work.resolve("run"), tree, processes)) {
            recipe.files().forEach(file -> {
                var name = "file-" + recipe.files().indexOf(file);
                var from = given.get(name);
                var words = List.of(
                        "sh",
                        "-c",
                        COPY,
                        "copy",
                        NewTree.given(name),
                        file.to(),
                        Optional.ofNullable(mode(file)).orElse(""));
                run(made, words, Map.of(name, from), "Putting '" + file.to() + "' there", events);
            });
            recipe.users()
                    .forEach(
                            user -> run(made, adding(user), Map.of(), "Adding the user '" + user.name() + "'", events));
            units(made, "enable", recipe.units().enable(), events);
            units(made, "disable", recipe.units().disable(), events);
            units(made, "mask", recipe.units().mask(), events);
            recipe.post().forEach(line -> {
                events.accept(new OsEvent.Began(
                        new Step("Run `" + line.strip().lines().findFirst().orElse("") + "`")));
                run(made, List.of("sh", "-euc", line), Map.of(), "A step of `post`", events);
            });
            if (Files.exists(tree.resolve("usr/sbin/ldconfig"))) {
                run(made, List.of("ldconfig"), Map.of(), "`ldconfig`", events);
            }
            writeKernelArguments();
            var kernels = layOut.kernels();
            for (var kernel : kernels) {
                if (!layOut.hasInitramfs(kernel) && made.canMakeInitramfs()) {
                    events.accept(new OsEvent.Began(new Step("Make the initramfs of " + kernel)));
                    made.makeInitramfs(kernel);
                }
            }
            made.apply();
        }
        requireOneKernel(layOut);
    }

    private static void requireOneKernel(TreeLayOut layOut) {
        var kernels = layOut.kernels();
        if (kernels.size() != 1) {
            throw new NoKernelInRecipe(kernels);
        }
        var kernel = kernels.iterator().next();
        if (!layOut.hasInitramfs(kernel)) {
            throw new NoInitramfs(kernel);
        }
    }

    /** The sandbox sees nothing but what lies here: a file that changes meanwhile is copied as it was. */
    private Map<String, Path> given(Path directory) {
        var places = new LinkedHashMap<String, Path>();
        try {
            Files.createDirectories(directory);
            for (int i = 0; i < recipe.files().size(); i++) {
                var file = recipe.files().get(i);
                var name = "file-" + i;
                if (file.text() == null) {
                    places.put(name, Objects.requireNonNull(file.from()).toRealPath());
                } else {
                    places.put(name, Files.writeString(directory.resolve(name), file.text()));
                }
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String mode(PlacedFile file) {
        return file.mode() == null && file.text() != null ? "0644" : file.mode();
    }

    private static List<String> adding(NewUser user) {
        var words = new ArrayList<>(List.of("useradd", "--create-home"));
        if (user.uid() != null) {
            words.addAll(List.of("--uid", user.uid().toString()));
        }
        if (!user.groups().isEmpty()) {
            words.addAll(List.of("--groups", String.join(",", user.groups())));
        }
        words.addAll(List.of("--shell", user.shell() == null ? "/bin/bash" : user.shell()));
        if (user.comment() != null) {
            words.addAll(List.of("--comment", user.comment()));
        }
        if (user.password() != null) {
            words.addAll(List.of("--password", user.password()));
        }
        words.add(user.name());
        return words;
    }

    private static void units(NewTree made, String verb, List<String> units, Consumer<OsEvent> events) {
        if (!units.isEmpty()) {
            var words = new ArrayList<>(List.of("systemctl", verb));
            words.addAll(units);
            run(made, words, Map.of(), "`systemctl " + verb + "`", events);
        }
    }

    /** Where bootc looks for them; what installs the base finds them with the commit, too. */
    private void writeKernelArguments() {
        if (recipe.kernelArguments().isEmpty()) {
            return;
        }
        var list = recipe.kernelArguments().stream()
                .map(each -> '"' + each.replace("\\", "\\\\") + '"')
                .collect(Collectors.joining(", "));
        try {
            var directory = Files.createDirectories(tree.resolve("usr/lib/bootc/kargs.d"));
            Files.writeString(directory.resolve("10-recipe.toml"), "kargs = [" + list + "]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(
            NewTree made, List<String> argv, Map<String, Path> places, String what, Consumer<OsEvent> events) {
        var words = new ArrayList<>(List.of("env", "SOURCE_DATE_EPOCH=" + PackageSource.PRESENT.getEpochSecond()));
        words.addAll(argv);
        var finished = made.run(words, places, line -> events.accept(new OsEvent.Said(line)));
        if (!finished.succeeded()) {
            throw ComposeFailed.inTree(what, finished.out());
        }
    }
}
