package dev.hearth.manifests;

import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * How the packages that were asked for differ from those that are declared.
 *
 * <p>What came along with them, or with the image, counts as neither.
 */
final class PackageDifference {
    private PackageDifference() {}

    /**
     * {@return the requests that lead from one to the other; none when nothing differs}
     *
     * <p>What is missing comes first: a package that cannot be had is the likeliest to fail, and then nothing was done yet.
     */
    static List<PackageRequest> between(List<String> requested, List<String> declared) {
        var all = new ArrayList<PackageRequest>();
        add(all, PackageAction.INSTALL, missing(requested, declared));
        add(all, PackageAction.REMOVE, surplus(requested, declared));
        return all;
    }

    private static List<PackageName> missing(List<String> requested, List<String> declared) {
        return declared.stream()
                .filter(name -> !requested.contains(name))
                .distinct()
                .map(PackageName::parse)
                .toList();
    }

    private static List<PackageName> surplus(List<String> requested, List<String> declared) {
        var wanted = declared.stream().map(PackageName::new).toList();
        return requested.stream()
                .filter(PackageName::isValid)
                .map(PackageName::new)
                .filter(name -> wanted.stream().noneMatch(name::isSamePackageAs))
                .toList();
    }

    private static void add(List<PackageRequest> all, PackageAction action, List<PackageName> names) {
        if (!names.isEmpty()) {
            all.add(new PackageRequest(action, names));
        }
    }
}
