package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A person's login on the host, with the servers that run in it; all it made goes when it closes. */
final class Login implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FIRST_PORT = 20_000;

    private final Person person;
    private final Path directory;
    private final Path runtime;
    private final boolean madeRuntime;
    private final Map<LoginService, Process> running = new HashMap<>();
    private final Map<LoginService, Integer> starts = new HashMap<>();

    Login(Person person) throws IOException {
        this.person = person;
        this.runtime = Path.of("/run/user", Long.toString(person.uid()));
        this.madeRuntime = !Files.exists(runtime);
        if (madeRuntime) {
            Files.createDirectory(
                    runtime, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        // Where pets see it and where names of sockets stay short.
        this.directory = Files.createTempDirectory(
                Path.of("/tmp"),
                "it-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setOwner(
                directory,
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(person.name()));
    }

    /** Starts a service and waits until the host's own client could use it. */
    void start(LoginService service) {
        Needed.programs(service.programs().toArray(String[]::new));
        int start = starts.merge(service, 1, Integer::sum);
        var log = directory.resolve(service + "." + start + ".log");
        var asRoot = service.who() == LoginService.Who.ROOT;
        running.put(service, programs(service).start(Path.of("/"), log, words(service.server(), asRoot)));
        var ended = programs(service).run(LIMIT, Path.of("/"), words(service.ready(), asRoot));
        if (ended.status() != 0) {
            throw new AssertionError("%s did not start%n%s%n%s".formatted(service, ended, text(log)));
        }
    }

    /** Ends a service; what it left behind stays, as it does when a login ends. */
    void stop(LoginService service) {
        var server = running.remove(service);
        if (server != null) {
            Programs.end(server);
        }
    }

    /** {@return the variables of the login for a service} */
    Map<String, String> variables(LoginService service) {
        var variables = new TreeMap<>(Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        service.variables().forEach((name, value) -> variables.put(name, filled(service, value)));
        return variables;
    }

    /** {@return the text with what this login has for the names in it} */
    String filled(LoginService service, String text) {
        for (var name : names(service).entrySet()) {
            text = text.replace("$" + name.getKey(), name.getValue());
        }
        return text;
    }

    @Override
    public void close() {
        running.values().forEach(Programs::end);
        remove(directory);
        if (madeRuntime) {
            remove(runtime);
        }
    }

    private void remove(Path tree) {
        new Programs(System.getenv())
                .run(LIMIT, Path.of("/"), List.of("rm", "-rf", "--one-file-system", tree.toString()))
                .succeeded();
    }

    private List<String> words(String script, boolean asRoot) {
        var words = List.of("sh", "-c", script);
        return asRoot ? words : person.saying(words);
    }

    private Programs programs(LoginService service) {
        var environment = new TreeMap<>(person.environment());
        environment.putAll(names(service));
        environment.putAll(variables(service));
        return new Programs(environment);
    }

    private Map<String, String> names(LoginService service) {
        var start = starts.getOrDefault(service, 0);
        long own = person.uid() % 1000;
        return Map.of(
                "D", directory.toString(),
                "R", runtime.toString(),
                "N", Integer.toString(start),
                "X", Long.toString(100 + own),
                "P", Long.toString(FIRST_PORT + 20 * own + LoginService.ALL.indexOf(service)),
                "A", "hearth-it-" + directory.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
