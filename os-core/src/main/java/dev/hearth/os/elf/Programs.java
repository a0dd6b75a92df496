package dev.hearth.os.elf;

import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The programs of a tree, with the libraries that they load; each file is read once. */
public final class Programs {
    private static final String ORIGIN = "\\$(ORIGIN|\\{ORIGIN\\})";

    private final Root root;
    private final List<Path> directories;
    private final Map<Path, Optional<ElfFile>> read = new HashMap<>();

    public Programs(Root root) {
        this.root = root;
        this.directories = directories(root);
    }

    /** Where loaders look by themselves, in the layouts of both families; what else is in use, programs say. */
    private static List<Path> directories(Root root) {
        var directories = new ArrayList<Path>();
        root.list(Path.of("/usr/lib")).stream()
                .filter(path -> path.getFileName().toString().matches(".*-linux-(gnu|musl).*"))
                .forEach(directories::add);
        directories.add(Path.of("/usr/lib64"));
        directories.add(Path.of("/usr/lib"));
        return List.copyOf(directories);
    }

    /** {@return whether a path leads to a program that the loader starts, rather than to a script or a library} */
    public boolean isStartable(Path inside) {
        return elf(inside).filter(ElfFile::startable).isPresent();
    }

    /** {@return a library that is found by its name alone} */
    public Optional<Path> library(String name) {
        return directories.stream()
                .map(directory -> directory.resolve(name))
                .map(root::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@return the files of all libraries that a program loads, by their names; one that is nowhere is its bare name} */
    SortedMap<String, Path> libraries(Path inside) {
        var found = new TreeMap<String, Path>();
        var ahead = new ArrayDeque<Path>();
        ahead.add(inside);
        while (!ahead.isEmpty()) {
            var file = ahead.removeFirst();
            elf(file)
                    .ifPresent(elf -> elf.needed().forEach(name -> {
                        if (!found.containsKey(name)) {
                            var library = library(name, elf, file);
                            found.put(name, library.flatMap(root::find).orElse(Path.of(name)));
                            library.ifPresent(ahead::add);
                        }
                    }));
        }
        return found;
    }

    private Optional<Path> library(String name, ElfFile user, Path file) {
        var places = new ArrayList<Path>();
        var own = root.resolve(file).map(Path::getParent).orElse(Path.of(""));
        user.searched().forEach(path -> places.add(Path.of(path.replaceAll(ORIGIN, "/" + own))));
        places.addAll(directories);
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(path ->
                        elf(path).filter(elf -> elf.machine() == user.machine()).isPresent())
                .findFirst();
    }

    private Optional<ElfFile> elf(Path inside) {
        return read.computeIfAbsent(inside, path -> root.find(path).flatMap(ElfFile::read));
    }
}
