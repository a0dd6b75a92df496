package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who has an account here, and what they have in their environment right after a login. */
record Person(String name, long uid, long gid, Path home) {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static Person named(String name) {
        try (var accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> List.of(line.split(":", -1)))
                    .filter(fields -> fields.getFirst().equals(name))
                    .map(fields -> new Person(
                            name, Long.parseLong(fields.get(2)), Long.parseLong(fields.get(3)), Path.of(fields.get(5))))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person withHome(Path other) {
        return new Person(name, uid, gid, other);
    }

    boolean isRoot() {
        return uid == 0;
    }

    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("HOME", home.toString());
        environment.put("USER", name);
        environment.put("LOGNAME", name);
        environment.put("SHELL", "/bin/bash");
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        if (!isRoot()) {
            environment.put("XDG_RUNTIME_DIR", "/run/user/" + uid);
        }
        return environment;
    }

    /** {@return the words that run a command as this person when root says them} */
    List<String> saying(List<String> command) {
        if (isRoot()) {
            return command;
        }
        var words = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--init-groups", "--"));
        words.addAll(command);
        return words;
    }
}
