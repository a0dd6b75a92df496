package dev.hearth.os.packages;

import java.util.Optional;

/** What the packages of one tree consist of. */
public interface PackageContents extends AutoCloseable {
    /** What there is to read where a tree has no package database. */
    PackageContents NONE = _ -> Optional.empty();

    /** {@return what the installed package of this name consists of; empty when there is none} */
    Optional<PackageContent> read(String name);

    /** {@return the same of the package that goes by a name: its own, or where the package manager tells, another} */
    default Optional<PackageContent> called(String name) {
        return read(name);
    }

    @Override
    default void close() {}
}
