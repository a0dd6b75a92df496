package dev.hearth.core.account;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramMissing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads who runs hearth from the kernel and the account database.
 *
 * <p>The files come first since they cost nothing; {@code getent} answers for accounts from directories (LDAP, AD).
 */
public final class AccountReader {
    private static final int PASSWD_FIELDS = 7;
    private static final int GROUP_FIELDS = 3;
    private static final int ID = 2;
    private static final Path ROOT = Path.of("/");

    private final Path root;
    private final Processes processes;

    /** Reads below a root directory, which is {@code /} but for tests. */
    public AccountReader(Path root, Processes processes) {
        this.root = root;
        this.processes = processes;
    }

    /** {@return the account of the running process; {@code HOME} and {@code SHELL} outrank the database's fields} */
    public Account read(Environment environment) {
        var status = lines(root.resolve("proc/self/status"));
        long uid = ids(status, "Uid:").getFirst();
        long gid = ids(status, "Gid:").getFirst();
        var entry = entry("passwd", PASSWD_FIELDS, uid).orElseThrow(() -> new UnknownAccount(uid));
        var supplementary = ids(status, "Groups:").stream();
        var groups = Stream.concat(Stream.of(gid), supplementary)
                .distinct()
                .map(this::group)
                .toList();
        return new Account(
                entry.getFirst(),
                uid,
                gid,
                groups,
                entry.get(4).split(",", -1)[0],
                environment
                        .get("HOME")
                        .filter(home -> home.startsWith("/"))
                        .map(Path::of)
                        .filter(home -> uid != 0 || !belongsToAnother(home))
                        .orElse(Path.of(entry.get(5))),
                Path.of(environment
                        .get("SHELL")
                        .filter(shell -> shell.startsWith("/"))
                        .orElse(shellOf(entry))));
    }

    /** sudo may leave the caller's home to root: what root then made there, the caller could not change any more. */
    private boolean belongsToAnother(Path home) {
        try {
            var place = root.resolve(ROOT.relativize(home));
            return Files.exists(place) && !Integer.valueOf(0).equals(Files.getAttribute(place, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shellOf(List<String> entry) {
        // The database's own rule: an empty field means the standard shell.
        return entry.get(6).isEmpty() ? "/bin/sh" : entry.get(6);
    }

    private Account.Group group(long gid) {
        return new Account.Group(
                entry("group", GROUP_FIELDS, gid).map(List::getFirst).orElse(""), gid);
    }

    private Optional<List<String>> entry(String database, int fields, long id) {
        var wanted = Long.toString(id);
        return entries(lines(root.resolve("etc").resolve(database)).stream(), fields, wanted)
                .or(() -> entries(getent(database, wanted).lines(), fields, wanted));
    }

    private static Optional<List<String>> entries(Stream<String> lines, int fields, String id) {
        return lines.map(line -> List.of(line.split(":", -1)))
                .filter(entry -> entry.size() >= fields && entry.get(ID).equals(id))
                .findFirst();
    }

    private String getent(String database, String key) {
        try {
            var finished = processes.run(Command.of("getent", database, key));
            return Optional.of(finished)
                    .filter(Finished::succeeded)
                    .map(Finished::out)
                    .orElse("");
        } catch (ProgramMissing e) {
            // musl hosts have no getent; there the files were all there is.
            return "";
        }
    }

    private static List<Long> ids(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .flatMap(line ->
                        Arrays.stream(line.substring(key.length()).strip().split("\\s+", -1)))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            // Decoded leniently: one odd gecos field must not hide all accounts.
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
