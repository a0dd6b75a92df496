package dev.hearth.cli.os;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Words that name packages, told apart.
 *
 * @param names of packages in repositories
 */
record PackageOperands(List<String> names, List<Path> files) {
    private static final Predicate<String> FILE =
            Pattern.compile("\\.{0,2}/.*|.*\\.(deb|rpm)").asMatchPredicate();

    static PackageOperands of(List<String> words) {
        return new PackageOperands(
                words.stream().filter(FILE.negate()).toList(),
                words.stream().filter(FILE).map(Path::of).toList());
    }
}
