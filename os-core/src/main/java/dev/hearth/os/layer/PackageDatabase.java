package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tree has, by its own package database.
 *
 * @param provided by what else packages can be asked for: the package that has it
 */
record PackageDatabase(List<InstalledPackage> packages, Map<String, InstalledPackage> provided) {
    PackageDatabase {
        packages = List.copyOf(packages);
        provided = Map.copyOf(provided);
    }

    Optional<InstalledPackage> named(String name) {
        return packages.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Returns the package by which a request is fulfilled. */
    Optional<InstalledPackage> fulfilling(String request) {
        return packages.stream()
                .filter(each -> isMeant(each, request))
                .findFirst()
                .or(() -> Optional.ofNullable(provided.get(request)));
    }

    /** Whether the request is the name, or the name with version or architecture as apt or rpm write it. */
    private static boolean isMeant(InstalledPackage each, String request) {
        return request.equals(each.name())
                || request.equals(each.name() + ":" + each.architecture())
                || request.equals(each.name() + "=" + each.version())
                || request.equals(each.name() + "." + each.architecture())
                || request.equals(each.name() + "-" + each.version())
                || request.equals(each.toString());
    }
}
