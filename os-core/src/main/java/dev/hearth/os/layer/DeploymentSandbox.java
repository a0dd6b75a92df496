package dev.hearth.os.layer;

import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs programs of a deployment, with its own configuration and without network, to look at it: whatever they change is
 * thrown away.
 */
public final class DeploymentSandbox {
    private static final String GIVEN = "given";

    private final Sandbox sandbox;

    private DeploymentSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Sets one up.
     *
     * @param work a private directory on the deployment's file system, emptied before
     * @throws SandboxBroken when that does not work on this host
     */
    public static DeploymentSandbox open(Path work, Path deployment, Processes processes) {
        try {
            var opened = SandboxWork.open(work, deployment);
            Files.createDirectory(opened.resolve(GIVEN));
            var sandbox = new Sandbox(processes, opened, Network.direct(), SandboxLimits.GENEROUS);
            sandbox.requireWorking();
            return new DeploymentSandbox(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program that finds these directories, and in them what earlier ones left.
     *
     * @param directories as seen from inside
     */
    public Finished run(List<String> argv, List<String> directories) {
        var command = SandboxedCommand.query(argv);
        for (var inside : directories) {
            command = command.writing(inside, given(inside));
        }
        return sandbox.run(command);
    }

    private Path given(String inside) {
        try {
            return Files.createDirectories(sandbox.work().resolve(GIVEN).resolve(inside.replace('/', '-')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
