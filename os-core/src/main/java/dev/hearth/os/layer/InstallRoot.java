package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Installs packages of RPM repositories where nothing is yet, by the machine's own dnf and rpm.
 *
 * <p>Nothing else of the machine's configuration counts, but how it reaches a network. Scripts of packages run in the new
 * root without network, with a tenth of root's capabilities, and may write nowhere else.
 */
public final class InstallRoot implements AutoCloseable {
    /** What has to be there, beside bubblewrap: dnf 4, which has an interface for programs. */
    public static final String TOOL = "dnf-3";

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "dnf-transaction.py";
    /**
     * Whatever machines and distributions have here differs, and what is installed must not.
     *
     * <p>What is mounted in the root while scripts run is left as it is. Plugins would label files by the machine's own
     * policy, and tell its journal.
     */
    private static final String MACROS = """
            %_dbpath /usr/lib/sysimage/rpm
            %_db_backend sqlite
            %_install_langs all
            %_excludedocs 0
            %_netsharedpath /dev:/proc
            %_transaction_color 3
            %__plugindir /nonexistent
            """;

    private final Path work;
    private final Path packages;
    private final String release;
    private final Processes processes;

    private InstallRoot(Path work, Path packages, String release, Processes processes) {
        this.work = work;
        this.packages = packages;
        this.release = release;
        this.processes = processes;
    }

    /**
     * Prepares it.
     *
     * @param work a directory that only root may enter, emptied before and after
     * @param packages a directory that only root may enter, in which lists and packages are kept
     * @param release of the distribution, as its repositories call it
     * @param repositories files for dnf, by their names
     */
    public static InstallRoot open(
            Path work, Path packages, String release, Map<String, String> repositories, Processes processes) {
        try {
            DirectoryTree.clear(work);
            Files.createDirectory(work.resolve("fetched"));
            Files.writeString(work.resolve(SCRIPT), SandboxWork.resource(SCRIPT));
            Files.writeString(Files.createDirectory(work.resolve("home")).resolve(".rpmmacros"), MACROS);
            var sources = Files.createDirectory(work.resolve("sources"));
            for (var repository : repositories.entrySet()) {
                Files.writeString(sources.resolve(repository.getKey()), repository.getValue());
            }
            return new InstallRoot(work, packages, release, processes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fetches the repositories' lists.
     *
     * @throws LayerFailed when one of them does not answer
     */
    public void refresh() {
        var printed = fetching("refresh", List.of());
        DnfOutput.trouble(printed).stream().findFirst().ifPresent(trouble -> {
            throw new LayerFailed(trouble.strip());
        });
    }

    /**
     * {@return what has to come in for packages of these names, by the lists that were fetched}
     *
     * @throws LayerFailed when there is no such package, or what it needs cannot be had
     */
    public List<DnfPackage> solve(List<String> names) {
        return DnfOutput.coming(fetching("solve", installing(names)));
    }

    /**
     * Fetches packages and checks their signatures; others are not kept any longer.
     *
     * @param coming what {@link #solve} found for the same names
     * @throws LayerFailed when one cannot be fetched or trusted
     */
    public void fetch(List<String> names, List<DnfPackage> coming) {
        fetching("download", installing(names));
        var files = new HashSet<>(coming.stream().map(DnfPackage::file).toList());
        try (var kept = Files.walk(packages)) {
            kept.filter(each -> each.toString().endsWith(".rpm") && !files.contains(each.toString()))
                    .forEach(DirectoryTree::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Installs packages that were fetched.
     *
     * @param root an empty directory
     * @param present what rpm and the scripts take for the time
     * @throws LayerFailed when one cannot be installed
     */
    public void install(Path root, List<DnfPackage> coming, Instant present, Consumer<String> line) {
        var lines = coming.stream().map(each -> "replace " + each.file()).toList();
        for (var mode : List.of("install", "seal")) {
            var command = inRoot(root, coming, mode, present)
                    .withInput(input(root, lines))
                    .withTimeout(SandboxLimits.GENEROUS.install());
            DnfOutput.requireDone(processes.stream(command, line));
        }
    }

    private static List<String> installing(List<String> names) {
        return names.stream().map(name -> "install " + name).toList();
    }

    /** Keys are taken into the database of a root that is not kept. */
    private String fetching(String mode, List<String> lines) {
        var command = Command.of(PYTHON, work.resolve(SCRIPT).toString(), mode, packages.toString())
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withEnvironment("HOME", work.resolve("home").toString())
                .withInput(input(work.resolve("fetched"), lines))
                .withTimeout(SandboxLimits.GENEROUS.download());
        return DnfOutput.requireDone(processes.run(command)).out();
    }

    private String input(Path root, List<String> lines) {
        var all = new ArrayList<>(List.of("root " + root, "release " + release, "sources " + work.resolve("sources")));
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private Command inRoot(Path root, List<DnfPackage> coming, String mode, Instant present) {
        // The machine's sockets are in /run, and somebody's files in /tmp; so may be packages, however.
        var words = new ArrayList<>(List.of("bwrap", "--ro-bind", "/", "/", "--tmpfs", "/run", "--tmpfs", "/tmp"));
        coming.stream()
                .map(each ->
                        Objects.requireNonNull(Path.of(each.file()).getParent()).toString())
                .distinct()
                .forEach(directory -> words.addAll(List.of("--ro-bind", directory, directory)));
        words.addAll(
                List.of("--ro-bind", work.toString(), work.toString(), "--bind", root.toString(), root.toString()));
        words.addAll(Sandbox.kernelFiles(""));
        words.addAll(Sandbox.kernelFiles(root.toString()));
        words.addAll(List.of("--chdir", "/", "--die-with-parent", "--new-session"));
        words.addAll(List.of("--unshare-net", "--unshare-pid", "--unshare-uts", "--unshare-ipc"));
        words.addAll(Sandbox.capabilities());
        words.addAll(Sandbox.environment());
        words.addAll(List.of("--setenv", "HOME", work.resolve("home").toString()));
        words.addAll(List.of("--setenv", "SOURCE_DATE_EPOCH", Long.toString(present.getEpochSecond())));
        words.addAll(List.of("--", PYTHON, work.resolve(SCRIPT).toString(), mode, packages.toString()));
        return Command.of(words);
    }

    @Override
    public void close() {
        DirectoryTree.clear(work);
    }
}
