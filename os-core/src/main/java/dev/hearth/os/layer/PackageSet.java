package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tree has, by its own package database.
 *
 * @param provided by what else packages can be asked for: the package that has it
 */
record PackageSet(InstalledPackages installed, Map<String, InstalledPackage> provided) {
    PackageSet {
        provided = Map.copyOf(provided);
    }

    /** Returns them, sorted by name. */
    List<InstalledPackage> packages() {
        return installed.packages();
    }

    Optional<InstalledPackage> named(String name) {
        return packages().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Returns the package by which a request is fulfilled. */
    Optional<InstalledPackage> fulfilling(String request) {
        return packages().stream()
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
