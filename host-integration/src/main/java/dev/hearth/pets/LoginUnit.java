package dev.hearth.pets;

import dev.hearth.core.text.UnitWord;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unit by which a user's systemd starts a pet at login.
 *
 * @param launcher the hearth that it calls
 * @param engine what it asks for, since the manager has none of the variables that chose it: a word or an address
 * @param java the Java home that the launcher is to use; absent where it finds one by itself
 */
record LoginUnit(
        PetName pet, Path launcher, String engine, @Nullable String java) {
    private static final Pattern START = Pattern.compile("(?m)^ExecStart=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\.|%%");

    /** {@return the name of a pet's unit} */
    static String fileName(PetName pet) {
        return "hearth-pet-" + pet + ".service";
    }

    /** {@return the hearth that a unit's text calls; absent where it is none of hearth's} */
    static Optional<Path> launcher(String text) {
        var start = START.matcher(text);
        return start.find() ? Optional.of(Path.of(unquoted(start.group(1)))) : Optional.empty();
    }

    String text() {
        // A dollar is one in a program's path and in a variable's value, and begins a variable in an argument.
        var call = UnitWord.quoted(launcher.toString()) + " --engine " + UnitWord.quoted(engine.replace("$", "$$"));
        return """
                [Unit]
                Description=Pet container %s

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                %sExecStart=%s start %s
                ExecStop=%s stop %s

                [Install]
                WantedBy=default.target
                """.formatted(pet, environment(), call, pet, call, pet);
    }

    private String environment() {
        return java == null ? "" : "Environment=" + UnitWord.quoted("JAVA_HOME=" + java) + "\n";
    }

    private static String unquoted(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().substring(1)));
    }
}
