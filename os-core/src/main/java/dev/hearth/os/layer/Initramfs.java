package dev.hearth.os.layer;

import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.core.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes what a kernel starts with, by the tree's own tools in the sandbox. */
record Initramfs(Sandbox sandbox) {

    /** Returns whether the tree has a tool for it, with what an upper directory adds. */
    boolean isPossible() {
        return has("usr/bin/dracut") || has("usr/sbin/mkinitramfs");
    }

    /** Makes the list of the kernel's modules. */
    void listModules(String kernel) {
        if (has("usr/sbin/depmod") || has("usr/bin/depmod")) {
            run(List.of("depmod", "--all", kernel));
        }
    }

    /**
     * Makes it for any machine, not for the one that hearth runs on.
     *
     * @throws LayerFailed when the tool fails
     */
    void make(String kernel) {
        var image = "/usr/lib/modules/" + kernel + "/initramfs.img";
        var words = new ArrayList<String>();
        if (has("usr/bin/dracut")) {
            words.addAll(List.of("dracut", "--force", "--quiet", "--no-hostonly", "--reproducible", "--kver", kernel));
            if (hasDracutModule("ostree")) {
                words.addAll(List.of("--add", "ostree"));
            }
            words.add(image);
        } else {
            words.addAll(List.of("mkinitramfs", "-o", image, kernel));
        }
        run(words);
    }

    private void run(List<String> words) {
        var command = SandboxedCommand.query(words)
                .in(LayerWork.LAYER)
                .withTimeout(sandbox.limits().install());
        try {
            var finished = sandbox.stream(command, _ -> {});
            if (!finished.succeeded()) {
                throw new LayerFailed(
                        "`%s` failed: %s".formatted(words.getFirst(), Printable.lastLine(finished.out())));
            }
        } catch (ProgramTimedOut e) {
            throw new LayerFailed("`%s` did not end in time".formatted(words.getFirst()));
        }
    }

    private boolean hasDracutModule(String name) {
        return places("usr/lib/dracut/modules.d").anyMatch(directory -> {
            var modules = directory.toFile().list((_, module) -> module.endsWith(name));
            return modules != null && modules.length > 0;
        });
    }

    private boolean has(String program) {
        return places(program).anyMatch(Files::exists);
    }

    private Stream<Path> places(String relative) {
        var work = sandbox.work();
        return Stream.of(work.tree(), work.resolve(LayerWork.LAYER)).map(top -> top.resolve(relative));
    }
}
