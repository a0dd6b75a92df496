package dev.hearth.os.ostree;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The {@code ostree} program on one sysroot. */
final class Ostree {
    /** Pulling a whole base over a slow line takes long; something that hangs is stopped by the user. */
    private static final Duration PULL = Duration.ofHours(6);

    private static final Duration WORK = Duration.ofMinutes(30);

    private final Sysroot sysroot;
    private final Processes processes;

    Ostree(Sysroot sysroot, Processes processes) {
        this.sysroot = sysroot;
        this.processes = processes;
    }

    /**
     * A deployment to make.
     *
     * @param checksum the commit
     * @param originFile what to copy its origin from
     * @param kernelArguments all of them; absent to take over those of the deployment whose configuration is merged
     */
    record NewDeployment(
            String stateroot,
            String checksum,
            Path originFile,
            @Nullable List<String> kernelArguments) {}

    /**
     * Makes a deployment with the configuration of the first one merged into it, last but not yet the default.
     *
     * <p>That order lets hearth change its configuration before anything can boot it.
     */
    void deploy(NewDeployment made) {
        make(made, List.of("--not-as-default", "--retain", "--no-prune"));
    }

    /**
     * Has a deployment made of which the machine takes the configuration over, and which it puts first, when it shuts down;
     * instead of what was to be so made before.
     */
    void stage(NewDeployment made) {
        make(made, List.of("--stage"));
    }

    /** Gives up what was to be made at shutdown. */
    void unstage() {
        run(admin("undeploy").with("0"));
    }

    private void make(NewDeployment made, List<String> how) {
        var command =
                admin("deploy").with("--os=" + made.stateroot()).with(how).with("--origin-file=" + made.originFile());
        if (made.kernelArguments() != null) {
            command = command.with("--karg-none")
                    .with(made.kernelArguments().stream()
                            .map(argument -> "--karg-append=" + argument)
                            .toList());
        }
        run(command.with(made.checksum()));
    }

    /** Removes what no deployment needs: directories, kernels, boot links, and commits that no ref names. */
    void cleanUp() {
        run(admin("cleanup"));
    }

    /** Keeps a deployment whatever is cleaned up, or no longer. */
    void pin(int index, boolean pinned) {
        run(admin("pin").withIf(!pinned, "--unpin").with(Integer.toString(index)));
    }

    /** Makes {@code /usr} of the booted deployment writable. */
    void unlock(boolean hotfix) {
        run(admin("unlock").withIf(hotfix, "--hotfix"));
    }

    /** Mounts a layer over {@code /usr} of the booted deployment that only its mounter's namespace can write to. */
    void unlockTransiently() {
        run(admin("unlock").with("--transient"));
    }

    /**
     * Fetches a commit.
     *
     * @param line told what ostree says
     */
    void pull(PullTarget target, Consumer<String> line) {
        var command = repo("pull").with(target.remote(), target.text()).withTimeout(PULL);
        pulled(target.branch(), processes.stream(plain(command), line));
    }

    /** Fetches the metadata of a branch's whole history. */
    void pullHistory(Source.Branch branch) {
        var target = new PullTarget(branch, null);
        pulled(
                branch,
                processes.run(plain(repo("pull")
                        .with("--commit-metadata-only", "--depth=-1", target.remote(), target.text())
                        .withTimeout(PULL))));
    }

    /** Fetches no more of a commit than its metadata: a few hundred bytes. */
    void pullMetadata(PullTarget target) {
        pulled(
                target.branch(),
                processes.run(plain(repo("pull")
                        .with("--commit-metadata-only", target.remote(), target.text())
                        .withTimeout(PULL))));
    }

    /** Fetches some files or directories of a commit, where it has them. */
    void pullParts(PullTarget target, List<String> paths) {
        // Deltas lead from whole commits to whole commits.
        pulled(
                target.branch(),
                processes.run(plain(repo("pull")
                        .with("--disable-static-deltas")
                        .with(paths.stream().map(path -> "--subpath=/" + path).toList())
                        .with(target.remote(), target.text())
                        .withTimeout(PULL))));
    }

    /** {@return what a commit has at a path: {@code d} for a directory, as {@code ls} has it; empty for nothing} */
    Optional<Character> kind(String checksum, String path) {
        var finished = processes.run(plain(repo("ls").with("--dironly", checksum, "/" + path)));
        return finished.succeeded() && !finished.out().isEmpty()
                ? Optional.of(finished.out().charAt(0))
                : Optional.empty();
    }

    /** {@return what a commit has below a path, a line for each, with sizes and checksums; none where it has nothing} */
    List<String> list(String checksum, String path) {
        var finished = processes.run(plain(repo("ls").with("--checksum", "--recursive", checksum, "/" + path)));
        return finished.succeeded() ? finished.out().lines().toList() : List.of();
    }

    /** Copies a file into a directory, or what a directory of a commit holds. */
    void copyOut(String checksum, String path, Path directory) {
        run(repo("checkout")
                .with("--user-mode", "--union", "--subpath=/" + path, "--", checksum, directory.toString()));
    }

    private static void pulled(Source.Branch branch, Finished finished) {
        if (!finished.succeeded()) {
            UntrustedCommit.from(branch, finished.out() + finished.err()).ifPresent(failure -> {
                throw failure;
            });
            succeeded(finished);
        }
    }

    /** {@return the newest commit of a branch, as far as it was fetched} */
    Optional<String> newest(Source.Branch branch) {
        var read = BranchFile.read(sysroot.repository(), branch);
        // What is no remote's may have its file where only ostree looks for it.
        return read.isPresent() || branch.remote() != null ? read : resolve(branch.text());
    }

    /** {@return the commit that a ref, or an abbreviated or full checksum, names now} */
    Optional<String> resolve(String name) {
        var finished = processes.run(plain(repo("rev-parse").with("--", name)));
        return finished.succeeded() ? Optional.of(finished.out().strip()) : Optional.empty();
    }

    /** Lays a commit out as a directory of hard links into the repository: nothing in it may be written to in place. */
    void checkOut(String checksum, Path directory) {
        run(repo("checkout").with("--require-hardlinks", "--", checksum, directory.toString()));
    }

    /**
     * Makes a directory into a commit, and takes the directory away.
     *
     * @param metadata values in GVariant's text form
     * @return the commit's checksum
     */
    String commit(Path directory, String parent, Map<String, String> metadata) {
        var command = repo("commit")
                .with("--orphan", "--bootable", "--parent=" + parent, "--subject=")
                .with("--link-checkout-speedup", "--consume")
                .with(metadata.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "--add-metadata=" + entry.getKey() + "=" + entry.getValue())
                        .toList())
                .with("--tree=dir=" + directory);
        return run(command).out().strip();
    }

    /** {@return the refs below a prefix} */
    List<String> refs(String prefix) {
        return run(repo("refs").with("--list", prefix)).out().lines().toList();
    }

    /** Gives a commit a name, which keeps it from being pruned. */
    void setRef(String ref, String checksum) {
        run(repo("refs").with("--force", "--create=" + ref, checksum));
    }

    /** Takes a name away. */
    void deleteRef(String ref) {
        run(repo("refs").with("--delete", ref));
    }

    /** {@return whether a remote is configured} */
    boolean hasRemote(String name) {
        return run(repo("remote").with("list")).out().lines().anyMatch(name::equals);
    }

    private Finished run(Command command) {
        return succeeded(processes.run(plain(command)));
    }

    private static Finished succeeded(Finished finished) {
        NoSpaceForBase.of(finished).ifPresent(failure -> {
            throw failure;
        });
        return finished.orThrow();
    }

    private static Command plain(Command command) {
        return command.withEnvironment("LC_ALL", "C.UTF-8");
    }

    private Command admin(String verb) {
        return unprivileged()
                .with("ostree", "admin", verb, "--sysroot=" + sysroot.root())
                .withTimeout(WORK);
    }

    private Command repo(String verb) {
        return Command.of("ostree", verb, "--repo=" + sysroot.repository()).withTimeout(WORK);
    }

    /**
     * Without these two rights ostree does not freeze the file system that holds {@code /boot}, which for a sysroot in a
     * directory is the host's own root, and does not make the deployment's directory immutable.
     */
    private Command unprivileged() {
        return sysroot.isHost()
                ? Command.of("env")
                : Command.of(
                        "setpriv",
                        "--bounding-set=-sys_admin,-linux_immutable",
                        "--inh-caps=-sys_admin,-linux_immutable",
                        "--");
    }
}
