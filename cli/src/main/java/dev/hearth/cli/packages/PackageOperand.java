package dev.hearth.cli.packages;

import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of commands that name packages, and the pet that they are about. */
final class PackageOperand {
    @Option(
            names = {"-c", "--container"},
            paramLabel = "PET",
            description = "The pet; else the one that `enter` would enter.")
    private @Nullable PetName pet;

    @Parameters(paramLabel = "PACKAGE", arity = "1..*", description = "Names, as the pet's package manager takes them.")
    private List<String> names = List.of();

    @Nullable PetName pet() {
        return pet;
    }

    PackageRequest request(PackageAction action) {
        return new PackageRequest(action, names.stream().map(PackageName::parse).toList());
    }
}
