package dev.hearth.ide;

import dev.hearth.core.text.Sha256;
import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file says that hearth wrote for another program, below a mark of comments.
 *
 * @param tool the program, as hearth calls it
 * @param launcher the hearth that the program is to call
 * @param body all but the mark
 */
public record Marked(PetName pet, String tool, Path launcher, String body) {
    private static final String PREFIX = "X-Hearth-";
    private static final Pattern LINE = Pattern.compile("(?:#|--|//|;;) " + PREFIX + "([A-Z][a-z]+)=(.*)");
    private static final List<String> KEYS = List.of("Pet", "Tool", "Launcher", "Sum");
    private static final int DIGITS = 16;

    /**
     * What a file was read as.
     *
     * @param intact whether it is as hearth wrote it
     */
    record Found(Marked marked, boolean intact) {}

    /**
     * {@return the text of the file}
     *
     * @param comment what a line of comment begins with, where the program reads it
     */
    String text(String comment) {
        var head = new StringBuilder();
        var values = List.of(pet.value(), tool, launcher.toString(), sum());
        for (int i = 0; i < KEYS.size(); i++) {
            head.append("%s %s%s=%s\n".formatted(comment, PREFIX, KEYS.get(i), values.get(i)));
        }
        return head + body;
    }

    /** {@return what is in a file's text; none when no mark begins it} */
    static Optional<Found> parse(String text) {
        var rest = text;
        var values = new String[KEYS.size()];
        for (int i = 0; i < values.length; i++) {
            int end = rest.indexOf('\n');
            var value = value(end < 0 ? rest : rest.substring(0, end), KEYS.get(i));
            if (end < 0 || value == null) {
                return Optional.empty();
            }
            values[i] = value;
            rest = rest.substring(end + 1);
        }
        if (!PetName.isValid(values[0])) {
            return Optional.empty();
        }
        var marked = new Marked(new PetName(values[0]), values[1], Path.of(values[2]), rest);
        return Optional.of(new Found(marked, marked.sum().equals(values[3])));
    }

    private static @Nullable String value(String line, String key) {
        return Optional.of(LINE.matcher(line))
                .filter(Matcher::matches)
                .filter(matched -> matched.group(1).equals(key))
                .map(matched -> matched.group(2))
                .orElse(null);
    }

    private String sum() {
        return Sha256.of(pet + "\n" + tool + "\n" + launcher + "\n" + body).substring(0, DIGITS);
    }
}
