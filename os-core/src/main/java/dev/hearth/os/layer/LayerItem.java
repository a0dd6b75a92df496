package dev.hearth.os.layer;

import java.nio.file.Path;

/** One thing that is asked of the base: what can be active, inactive or set aside on its own. */
public sealed interface LayerItem {

    /**
     * A package from the tree's own sources.
     *
     * @param name what the package manager calls it; for dnf also a capability or a file that some package has
     */
    record Named(String name) implements LayerItem {
        public Named {
            PackageNames.require(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A package file to add.
     *
     * @param title what its users know it by
     */
    record Local(Path file, String title) implements LayerItem {
        public Local(Path file) {
            this(file, file.toString());
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** A package of the base to take out. */
    record Removal(String name) implements LayerItem {
        public Removal {
            PackageNames.require(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A package file that takes the place of the base's package of that name, newer or older.
     *
     * @param title what its users know it by
     */
    record Replacement(Path file, String title) implements LayerItem {
        public Replacement(Path file) {
            this(file, file.toString());
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
