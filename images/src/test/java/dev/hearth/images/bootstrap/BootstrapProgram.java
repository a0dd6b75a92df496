package dev.hearth.images.bootstrap;

import dev.hearth.core.account.AccountReader;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.OsRelease;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.images.Transfer;
import dev.hearth.images.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes a root file system in a process of its own, which can be another user's and can be killed. */
final class BootstrapProgram {
    private BootstrapProgram() {}

    /** Takes the host's root, cache and scratch directory, a distribution, the archive to leave, and more catalogues. */
    public static void main(String... arguments) {
        var root = Path.of(arguments[0]);
        var environment = new Environment(System.getenv());
        var processes = new HostProcesses(environment, Trace.SILENT);
        var account = new AccountReader(Path.of("/"), processes).read(environment);
        var osRelease = OsRelease.read(root);
        var host = new BootstrapHost(
                root, osRelease, account, Path.of(arguments[1]), Path.of(arguments[2]), "the integration test");
        var choice = Catalogue.load(List.of(Path.of(arguments[5]))).resolve(arguments[3], null, osRelease);
        try {
            var packages = new Bootstrap(host, processes)
                    .make(choice, BootstrapProgram::print, rootfs -> kept(rootfs, Path.of(arguments[4])));
            System.out.println("packages " + packages);
        } catch (Failure failure) {
            System.out.println(failure.getClass().getSimpleName() + ": " + failure.message());
            System.exit(1);
        }
    }

    private static void print(Transfer transfer) {
        if (transfer instanceof Transfer.Line(String text)) {
            System.out.println(text);
        }
    }

    private static String kept(Rootfs rootfs, Path target) {
        try {
            Files.move(rootfs.tar(), target, StandardCopyOption.REPLACE_EXISTING);
            return rootfs.packages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
