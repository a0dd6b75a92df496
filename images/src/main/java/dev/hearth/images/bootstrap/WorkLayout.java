package dev.hearth.images.bootstrap;

import dev.hearth.core.process.Command;
import java.nio.file.Path;

/** Where the files of one making of an image lie. */
record WorkLayout(BootstrapHost host, Path directory) {
    static final String PREFIX = "work-";

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Returns the archive of the root file system. */
    Path rootTar() {
        return file("root.tar");
    }

    /** Returns the list of what is installed in it. */
    Path packages() {
        return file("packages");
    }

    /** Returns the directory below which files lie as they will lie in the image. */
    Path overlay() {
        return file("overlay");
    }

    Path overlayList() {
        return file("overlay.list");
    }

    Path overlayTar() {
        return file("overlay.tar");
    }

    /**
     * Returns where the root file system grows: an ordinary user's lies outside of his home, since the ids of a user
     * namespace may not enter that.
     */
    Path scratch() {
        if (host.account().isRoot()) {
            return file("scratch");
        }
        var token = directory.getFileName().toString().substring(PREFIX.length());
        return host.scratch()
                .resolve("hearth-bootstrap-%d-%s".formatted(host.account().uid(), token));
    }

    /**
     * Returns how a program runs as root of namespaces of its own, an ordinary user's as well. It ends with hearth, even
     * where that was killed, and the mounts end with it: none is left for anybody to follow when clearing away.
     */
    Command inNamespaces() {
        // env: the ids of a user namespace may often not enter the directory where hearth was started.
        return Command.of("env", "--chdir=/", "setpriv", "--pdeathsig", "KILL", "unshare")
                .withIf(!host.account().isRoot(), "--map-auto", "--map-root-user")
                .with("--mount", "--pid", "--fork", "--kill-child");
    }

    /** Returns the command that packs the overlay, as root's files and for all to read. */
    Command packOverlay() {
        return Command.of("tar", "--create", "--file=" + overlayTar(), "--owner=0", "--group=0", "--numeric-owner")
                .with("--mode=u=rw,go=r", "--directory=" + overlay(), "--files-from=" + overlayList());
    }
}
