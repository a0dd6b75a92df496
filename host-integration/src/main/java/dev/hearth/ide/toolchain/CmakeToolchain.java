package dev.hearth.ide.toolchain;

import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tells CMake of a pet's compilers, whether CMake runs on the host or in the pet.
 *
 * @param bin where the tools are
 * @param home in which files are the same on both sides
 */
record CmakeToolchain(PetName pet, KnownTools tools, Path bin, Path home) {
    String text() {
        return """
                # The compilers of the pet '%1$s', on either side. The programs are the same files there, so what CMake
                # writes down is right on both.
                %2$s%3$s%4$sset(CMAKE_EXPORT_COMPILE_COMMANDS ON CACHE BOOL "For language servers")

                set(hearth_here "")
                if(EXISTS "/run/hearth/petenv")
                  file(STRINGS "/run/hearth/petenv" hearth_here REGEX "^name=")
                endif()
                if(NOT hearth_here STREQUAL "name=%1$s")
                  # Headers and libraries of this side are not those that the compilers see; only the home's are.
                  set(CMAKE_FIND_ROOT_PATH %5$s)
                  set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
                  set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
                  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
                  set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
                endif()
                """.formatted(
                        pet,
                        compiler("C", tools.first("cc", "gcc", "clang")),
                        compiler("CXX", tools.first("c++", "g++", "clang++")),
                        tools.first("pkg-config").map(this::pkgConfig).orElse(""),
                        quoted(home));
    }

    /** Without one CMake would take one of the side that it runs on. */
    private String compiler(String language, Optional<String> program) {
        return program.map(name -> "set(CMAKE_%s_COMPILER %s)\n".formatted(language, quoted(bin.resolve(name))))
                .orElseGet(() -> "set(CMAKE_%s_COMPILER \"the-pet-has-none\")\n".formatted(language));
    }

    private String pkgConfig(String name) {
        return "set(PKG_CONFIG_EXECUTABLE %s CACHE FILEPATH \"The pet's\")\n".formatted(quoted(bin.resolve(name)));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replaceAll("[\\\\\"$]", "\\\\$0") + '"';
    }
}
