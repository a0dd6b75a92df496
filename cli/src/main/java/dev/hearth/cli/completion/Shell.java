package dev.hearth.cli.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shells that can complete hearth's command lines. */
enum Shell {
    BASH,
    ZSH,
    FISH;

    private static final String TABLE = "# TABLE";

    /** {@return the script for this shell} */
    List<String> script(Grammar grammar) {
        var lines = new ArrayList<String>();
        for (var line : frame().lines().toList()) {
            if (line.equals(TABLE)) {
                lines.addAll(this == FISH ? FishScript.lines(grammar) : new ShellTable(grammar).lines());
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private String frame() {
        var name = "completion." + name().toLowerCase(Locale.ROOT);
        try (var in = Shell.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left " + name + " out");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
