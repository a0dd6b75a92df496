package dev.hearth.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Decides what has shells ask hearth about commands that they do not find. */
final class ShellHooks {
    private static final String PURPOSE = "commands that %s does not find are looked for in pets";

    private final Owner user;
    private final Path home;
    private final Path library;

    /**
     * Decides for a user.
     *
     * @param home where the user's shells look for what they read first
     * @param library where hearth has its scripts
     */
    ShellHooks(Owner user, Path home, Path library) {
        this.user = user;
        this.home = home;
        this.library = library;
    }

    /** {@return the steps for the shells that are installed} */
    List<Step> steps(Predicate<String> installed) {
        var steps = new ArrayList<Step>();
        if (installed.test("bash")) {
            steps.add(line(".bashrc", "bash"));
        }
        if (installed.test("zsh")) {
            steps.add(line(".zshrc", "zsh"));
        }
        if (installed.test("fish")) {
            // What is read from there is each a file of its own.
            var file = home.resolve(".config/fish/conf.d/hearth-not-found.fish");
            var script = script("fish");
            var content = "test -r %s; and source %s\n".formatted(script, script);
            steps.add(new Step.WriteFile(file, content, PURPOSE.formatted("fish"), user, null));
        }
        return steps;
    }

    /** A shell must start as before where hearth is gone, or was moved. */
    private Step line(String file, String shell) {
        var script = script(shell);
        return new Step.AddLine(
                home.resolve(file),
                "[ ! -r %s ] || . %s".formatted(script, script),
                PURPOSE.formatted(shell),
                user,
                false);
    }

    private String script(String shell) {
        var path = library.resolve("not-found." + shell).toString();
        // Quoted as all three read it: fish takes a backslash before a quote within quotes.
        return "'" + path.replace("'", shell.equals("fish") ? "\\'" : "'\\''") + "'";
    }
}
