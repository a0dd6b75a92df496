package dev.hearth.packages;

import java.util.ArrayList;
import java.util.List;

/**
 * What a user asks for.
 *
 * @param names of packages; none for an upgrade, which is of all
 */
public record PackageRequest(PackageAction action, List<PackageName> names) {
    public PackageRequest {
        names = List.copyOf(names);
    }

    /** {@return an upgrade of all packages} */
    public static PackageRequest upgrade() {
        return new PackageRequest(PackageAction.UPGRADE, List.of());
    }

    /** {@return what has been asked for, in order, once this is, given what had been before} */
    public List<String> appliedTo(List<String> requests) {
        var all = new ArrayList<>(requests);
        if (action != PackageAction.UPGRADE) {
            all.removeIf(request -> names.stream().anyMatch(name -> name.isSamePackageAs(new PackageName(request))));
        }
        if (action == PackageAction.INSTALL) {
            names.stream().map(PackageName::value).distinct().forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** {@return the names as words for a package manager} */
    List<String> words() {
        return names.stream().map(PackageName::value).toList();
    }
}
