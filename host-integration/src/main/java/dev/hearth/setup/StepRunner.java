package dev.hearth.setup;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.util.stream.Stream;

/** Carries steps out and takes them back; both may be repeated. */
final class StepRunner {
    /** What {@code usermod} ends with. */
    private static final int NO_SUCH_USER = 6;

    private final Processes processes;
    private final Packages packages;
    private final DockerDaemon daemon;
    private final long self;

    StepRunner(Processes processes, Packages packages, DockerDaemon daemon, long self) {
        this.processes = processes;
        this.packages = packages;
        this.daemon = daemon;
        this.self = self;
    }

    /** {@return the step with what is on the host now, so that it can be taken back} */
    Step prepared(Step step) {
        return switch (step) {
            case Step.InstallPackages install -> packages.withAllNew(install);
            case Step.WriteFile write -> {
                var finished = as(write.owner(), "cat", "--", write.file().toString());
                yield write.withPrevious(finished.succeeded() ? finished.out() : null);
            }
            case Step.AddLine add ->
                add.withMade(
                        !as(add.owner(), "test", "-e", add.file().toString()).succeeded());
            case Step.StartUnit start ->
                new Step.StartUnit(
                        start.unit(),
                        processes
                                .run(Command.of("systemctl", "is-enabled", "--quiet", start.unit()))
                                .succeeded());
            case Step.MakeDirectory _,
                    Step.StartDaemon _,
                    Step.AddSubordinateIds _,
                    Step.EnableLinger _,
                    Step.JoinDockerGroup _ -> step;
        };
    }

    /** {@return whether a file says already what a step is about} */
    boolean isDone(Step step) {
        return switch (step) {
            case Step.AddLine add -> text(add).lines().anyMatch(add.line()::equals);
            case Step.WriteFile write ->
                as(write.owner(), "cat", "--", write.file().toString()).out().equals(write.content());
            default -> false;
        };
    }

    void carryOut(Step step) {
        switch (step) {
            case Step.InstallPackages install -> packages.install(install);
            case Step.WriteFile write -> write(write.owner(), write.file().toString(), write.content());
            case Step.AddLine add -> {
                var text = text(add);
                if (text.lines().noneMatch(add.line()::equals)) {
                    write(add.owner(), add.file().toString(), add.addedTo(text));
                }
            }
            case Step.MakeDirectory make ->
                run(
                        "install",
                        "--directory",
                        "--mode=0700",
                        "--owner=" + make.owner().uid(),
                        "--group=" + make.owner().gid(),
                        make.directory().toString());
            case Step.StartUnit start -> run("systemctl", "enable", "--now", start.unit());
            case Step.StartDaemon start -> daemon.start(start);
            case Step.AddSubordinateIds add ->
                run("usermod", "--add-subuids", add.range(), "--add-subgids", add.range(), add.user());
            case Step.EnableLinger linger -> run("loginctl", "enable-linger", linger.user());
            case Step.JoinDockerGroup join -> run("usermod", "--append", "--groups", "docker", join.user());
        }
    }

    void undo(Step step) {
        switch (step) {
            case Step.InstallPackages install -> packages.remove(install);
            case Step.WriteFile write -> restore(write);
            case Step.AddLine add -> takeOut(add);
            // Not empty, or gone: it is somebody else's by now, or nobody's.
            case Step.MakeDirectory make ->
                processes.run(Command.of("rmdir", "--", make.directory().toString()));
            case Step.StartUnit start when start.enabledBefore() -> run("systemctl", "stop", start.unit());
            case Step.StartUnit start -> run("systemctl", "disable", "--now", start.unit());
            case Step.StartDaemon start -> daemon.stop(start);
            case Step.AddSubordinateIds add -> takeBack(add);
            case Step.EnableLinger linger -> run("loginctl", "disable-linger", linger.user());
            // Fails when the user is not in the group, which an interrupted run may have left so.
            case Step.JoinDockerGroup join -> processes.run(Command.of("gpasswd", "--delete", join.user(), "docker"));
        }
    }

    private void takeBack(Step.AddSubordinateIds add) {
        var finished = processes.run(
                Command.of("usermod", "--del-subuids", add.range(), "--del-subgids", add.range(), add.user()));
        // With the user, the ranges have gone too.
        if (finished.status() != NO_SUCH_USER) {
            finished.orThrow();
        }
    }

    private void restore(Step.WriteFile write) {
        var previous = write.previous();
        if (previous == null) {
            as(write.owner(), "rm", "--force", "--", write.file().toString()).orThrow();
        } else {
            write(write.owner(), write.file().toString(), previous);
        }
    }

    private void takeOut(Step.AddLine add) {
        var text = text(add);
        var rest = add.takenFrom(text);
        if (add.made() && rest.isEmpty()) {
            as(add.owner(), "rm", "--force", "--", add.file().toString()).orThrow();
        } else if (!rest.equals(text)) {
            write(add.owner(), add.file().toString(), rest);
        }
    }

    /** What cannot be read must not be taken for empty, and written over. */
    private String text(Step.AddLine add) {
        var file = add.file().toString();
        return as(add.owner(), "test", "-e", file).succeeded()
                ? as(add.owner(), "cat", "--", file).orThrow().out()
                : "";
    }

    private void write(Owner owner, String file, String content) {
        as(owner, "mkdir", "--parents", "--", file.substring(0, file.lastIndexOf('/')))
                .orThrow();
        processes.run(asCommand(owner, "tee", "--", file).withInput(content)).orThrow();
    }

    private void run(String program, String... arguments) {
        processes.run(Command.of(program, arguments)).orThrow();
    }

    private Finished as(Owner owner, String... words) {
        return processes.run(asCommand(owner, words));
    }

    private Command asCommand(Owner owner, String... words) {
        return Command.of(
                Stream.concat(owner.prefix(self).stream(), Stream.of(words)).toList());
    }
}
