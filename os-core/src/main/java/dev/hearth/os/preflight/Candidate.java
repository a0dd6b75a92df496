package dev.hearth.os.preflight;

import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.layer.DeploymentSandbox;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment that is looked at: its files, and its programs in a sandbox that is set up when the first one runs. */
final class Candidate {
    private final Root root;
    private final Path work;
    private final Processes processes;
    private @Nullable DeploymentSandbox sandbox;

    Candidate(Root root, Path work, Processes processes) {
        this.root = root;
        this.work = work;
        this.processes = processes;
    }

    Root root() {
        return root;
    }

    boolean has(String file) {
        return root.find(Path.of(file)).isPresent();
    }

    Finished run(List<String> argv) {
        return run(argv, List.of());
    }

    /** Runs a program that finds these directories, and in them what earlier ones left. */
    Finished run(List<String> argv, List<String> directories) {
        if (sandbox == null) {
            sandbox = DeploymentSandbox.open(work, root.directory(), processes);
        }
        return sandbox.run(argv, directories);
    }
}
