package dev.hearth.ide.toolchain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a pet that a toolchain is made of.
 *
 * @param paths in the pet
 */
record KnownTools(List<String> paths) {
    /** What IDEs ask for by name; anything else can be exported by itself. */
    private static final List<List<String>> NAMES = List.of(
            List.of("cc", "c++", "cpp", "gcc", "g++", "clang", "clang++", "gfortran"),
            List.of("ar", "as", "ld", "nm", "objcopy", "objdump", "ranlib", "readelf", "strip"),
            List.of("gdb", "gdbserver", "lldb", "valgrind"),
            List.of("cmake", "ctest", "make", "meson", "ninja", "pkg-config"),
            List.of("clang-format", "clang-tidy", "clangd"),
            List.of("cargo", "go", "java", "javac", "node", "perl", "php", "python3", "ruby", "rustc"));

    KnownTools {
        paths = List.copyOf(paths);
    }

    static List<String> names() {
        return NAMES.stream().flatMap(List::stream).toList();
    }

    /** {@return the first of these names that is there} */
    Optional<String> first(String... names) {
        return Stream.of(names).filter(this::has).findFirst();
    }

    boolean has(String name) {
        return paths.stream().map(KnownTools::name).anyMatch(name::equals);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
