package dev.hearth.cli.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A base with packages of one kind, and where it gets more of them: a source on the loopback interface.
 *
 * <p>The base has {@code it-base} and {@code it-spare} 1.0. Every package has a file {@code usr/share/NAME/version}.
 */
interface BaseDistribution extends AutoCloseable {

    /** Makes the tree of the base. */
    void layOut(Path tree) throws IOException;

    /** Offers a package that works. */
    void offer(String name, String version, List<String> needs) throws IOException;

    /** Offers a package that has a file, for what that says of it. */
    void offerWith(String name, String version, String path) throws IOException;

    /** Offers a package whose script fails. */
    void offerBroken(String name, String version) throws IOException;

    /** {@return a package in a file} */
    Path file(String name, String version);

    /** {@return what {@code hearth os status} calls a package from a file} */
    String title(String name, String version);

    /** {@return a new pet of the same distribution and release, which takes its packages from the same source} */
    String pet(InstalledHearth hearth) throws IOException;

    /** {@return what its package manager is asked for to get that version of a package} */
    String exactly(String name, String version);

    /** {@return the command by which, in a root file system, the package manager names what is not as it installed it} */
    String verification();

    @Override
    void close();
}
