package dev.hearth.images.recipe;

import java.util.List;

/** How a root file system is made from packages, without a registry. */
public sealed interface BootstrapMethod {

    /**
     * By mmdebstrap, from an apt archive.
     *
     * @param keyring the file on the host with the archive's keys
     * @param keyringPackage where to get it
     */
    record Apt(String keyring, String keyringPackage, List<AptArchive> archives, List<String> packages)
            implements BootstrapMethod {
        public Apt {
            archives = List.copyOf(archives);
            packages = List.copyOf(packages);
        }
    }

    /**
     * By {@code dnf --installroot}, from RPM repositories.
     *
     * @param database where the distribution's own rpm looks for its database
     * @param repositories the text of a {@code .repo} file, with {@code {major}} to be filled in
     * @param keepRepositories whether the image needs that file too, since no package brings the like
     */
    record Dnf(String database, String repositories, boolean keepRepositories, List<String> packages)
            implements BootstrapMethod {
        public Dnf {
            packages = List.copyOf(packages);
        }
    }

    /**
     * Not at all.
     *
     * @param reason part of a sentence for the user
     */
    record None(String reason) implements BootstrapMethod {}

    /**
     * A part of an apt archive.
     *
     * @param suite with {@code {suite}} to be filled in
     * @param notFor releases that have no such part
     */
    record AptArchive(String uri, String suite, List<String> components, List<String> notFor) {
        public AptArchive {
            components = List.copyOf(components);
            notFor = List.copyOf(notFor);
        }
    }
}
