package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A base's tree while it is made: its own programs change it, in the sandbox and without network, before it is committed
 * for the first time.
 */
public final class NewTree implements AutoCloseable {
    private static final String TMPFILES = "usr/lib/tmpfiles.d/hearth-base.conf";

    private final LayerWork work;
    private final Sandbox sandbox;
    private final VarContent var;

    private NewTree(LayerWork work, Sandbox sandbox, VarContent var) {
        this.work = work;
        this.sandbox = sandbox;
        this.var = var;
    }

    /**
     * Sets the sandbox up.
     *
     * @param directory a private one on the tree's file system, emptied before and after
     * @param tree with {@code usr/etc}, and nothing in {@code var}
     * @throws SandboxBroken when that does not work on this host
     */
    public static NewTree open(Path directory, Path tree, Processes processes) {
        var work = LayerWork.open(directory, tree);
        try {
            var sandbox = new Sandbox(processes, work.sandbox(), Network.direct(), SandboxLimits.GENEROUS);
            sandbox.requireWorking();
            work.sandbox().renew(LayerWork.LAYER);
            if (Files.exists(tree.resolve("usr/bin/systemd-tmpfiles"))) {
                var fill = SandboxedCommand.query(List.of("systemd-tmpfiles", "--create", "--prefix=/var"));
                // Some of its lines cannot be followed where no system runs, and are not needed either.
                var _ = sandbox.run(fill.in(LayerWork.LAYER));
            }
            var before = VarContent.from(work.sandbox().resolve(LayerWork.LAYER));
            return new NewTree(work, sandbox, before);
        } catch (RuntimeException e) {
            work.close();
            throw e;
        }
    }

    /**
     * Keeps what a tree has in {@code var} as lines by which each machine makes it, and empties it.
     *
     * @param tree of which nothing is a link to another one's files
     */
    public static void foldVar(Path tree) {
        try {
            var named = new TreeChange(tree, tree).namedByTmpfiles();
            var lines = new VarContent(tree, Set.of()).moveInto(tree, named);
            var file = tree.resolve(TMPFILES);
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            DirectoryTree.clear(tree.resolve("var"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program of the tree's, whose changes stay.
     *
     * @param places of the host's that it sees and cannot change, by where it sees them
     */
    public Finished run(List<String> argv, Map<String, Path> places, Consumer<String> line) {
        var command = SandboxedCommand.query(argv)
                .in(LayerWork.LAYER)
                .withTimeout(sandbox.limits().install());
        for (var place : places.entrySet()) {
            command = command.seeing(Sandbox.GIVEN + place.getKey(), place.getValue());
        }
        return sandbox.stream(command, line);
    }

    /** {@return where a program finds a place that it is given} */
    public static String given(String name) {
        return Sandbox.GIVEN + name;
    }

    /** {@return whether the tree has a tool to make an initramfs with} */
    public boolean canMakeInitramfs() {
        return new Initramfs(sandbox).isPossible();
    }

    /** Makes what a kernel of the tree's starts with. */
    public void makeInitramfs(String kernel) {
        var initramfs = new Initramfs(sandbox);
        initramfs.listModules(kernel);
        initramfs.make(kernel);
    }

    /** Brings into the tree what was changed. */
    public void apply() {
        new TreeChange(work.sandbox().tree(), work.sandbox().resolve(LayerWork.LAYER)).carryOut(var);
    }

    @Override
    public void close() {
        work.close();
    }
}
