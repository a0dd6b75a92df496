package dev.hearth.os.packages;

import java.util.List;

/**
 * What a package consists of, by a tree's database or by the package's own file.
 *
 * @param source the name of what it was built from, together with others
 * @param needs the names of what it depends on
 * @param files directories among them, where the package manager lists them
 * @param scripts all that it runs when it is installed, in one text
 */
public record PackageContent(
        InstalledPackage identity, String source, List<String> needs, List<PackagedFile> files, String scripts) {

    public PackageContent {
        needs = List.copyOf(needs);
        files = List.copyOf(files);
    }

    /** {@return its name} */
    public String name() {
        return identity.name();
    }
}
