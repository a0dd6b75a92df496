package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** code-server, which is Visual Studio Code in a browser, as somebody runs it on the host for a project. */
final class CodeServer implements AutoCloseable {
    private static final String VERSION = "4.139.1";
    private static final String NODE = "24.9.0";
    private static final String PLAYWRIGHT = "1.65.1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern LISTENING = Pattern.compile("listening on (http://127\\.0\\.0\\.1:\\d+/)");

    private final Person person;
    private final Path directory;
    private final Path modules;
    private final String password;
    private final Path scratch;
    private final Process process;

    private CodeServer(Person person, Path directory, Path modules, String password, Path scratch, Process process) {
        this.person = person;
        this.directory = directory;
        this.modules = modules;
        this.password = password;
        this.scratch = scratch;
        this.process = process;
    }

    /** {@return the server, which listens to nobody but who has its password} */
    static CodeServer start(Person person, Path directory, Path project) throws IOException {
        var packages = NpmPackages.kept("code-server-" + VERSION, CodeServer::install);
        var modules = directory.resolve("node_modules");
        packages.copy(Path.of("node_modules"), modules);
        // Where names of sockets stay short.
        var scratch = Files.createTempDirectory(Path.of("/tmp"), "it-");
        Files.setOwner(scratch, Files.getOwner(directory));
        var password = UUID.randomUUID().toString();
        var environment = new TreeMap<>(person.environment());
        environment.put("PASSWORD", password);
        environment.put("TMPDIR", scratch.toString());
        var argv = List.of(
                node(modules).toString(),
                modules.resolve("code-server/out/node/entry.js").toString(),
                "--config=" + directory.resolve("code-server.yaml"),
                "--bind-addr=127.0.0.1:0",
                "--auth=password",
                "--disable-telemetry",
                "--disable-update-check",
                "--disable-workspace-trust",
                "--disable-getting-started-override",
                project.toString());
        var process = new Programs(environment).start(directory, log(directory), person.saying(argv));
        return new CodeServer(person, directory, modules, password, scratch, process);
    }

    private static void install(NpmPackages packages) {
        // A Node of its own: the editor runs on this version alone, and what it has compiled is for it.
        packages.install(
                "node-linux-%s@%s".formatted(processor(), NODE),
                "code-server@" + VERSION,
                "playwright-core@" + PLAYWRIGHT);
        packages.installNeedsOf(Path.of("node_modules/code-server/lib/vscode"));
    }

    /** {@return a browser that shows the project} */
    Browser open() throws IOException {
        var said = Eventually.see(
                "the address",
                () -> read(log(directory)),
                text -> LISTENING.matcher(text).find());
        var browser = Browser.start(person, directory, node(modules), modules);
        try {
            browser.open(
                    LISTENING.matcher(said).results().findFirst().orElseThrow().group(1));
            browser.fill("input[type=password]", password);
            browser.press("Enter");
            browser.await(".monaco-workbench .statusbar");
            return browser;
        } catch (AssertionError e) {
            browser.close();
            throw e;
        }
    }

    @Override
    public void close() {
        var started = process.descendants().toList();
        Programs.end(process);
        Eventually.see(
                "the end of all that the editor started",
                () -> started.stream()
                        .filter(ProcessHandle::isAlive)
                        .map(ProcessHandle::info)
                        .toList(),
                List::isEmpty);
        removeSockets();
    }

    /** It leaves them behind, in the person's runtime directory where there is one. */
    private void removeSockets() {
        var runtime = Path.of("/run/user", Long.toString(person.uid()));
        var find = List.of("find", runtime.toString(), "-maxdepth", "1", "-name", "vscode-*.sock", "-delete");
        var programs = new Programs(person.environment());
        if (!person.isRoot()) {
            programs.run(SOON, Path.of("/"), person.saying(find)).succeeded();
        }
        programs.run(SOON, Path.of("/"), List.of("rm", "-r", scratch.toString()))
                .succeeded();
    }

    private static Path log(Path directory) {
        return directory.resolve("code-server.log");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path node(Path modules) {
        return modules.resolve("node-linux-" + processor()).resolve("bin/node");
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    }
}
