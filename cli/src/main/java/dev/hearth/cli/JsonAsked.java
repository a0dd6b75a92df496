package dev.hearth.cli;

import java.util.List;
import java.util.Locale;

/** Recognises the wish for JSON on a command line that could perhaps not even be parsed. */
final class JsonAsked {
    private JsonAsked() {}

    static boolean in(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i).toLowerCase(Locale.ROOT);
            boolean separate = word.equals("--format")
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).equalsIgnoreCase("json");
            if (separate || word.equals("--format=json")) {
                return true;
            }
        }
        return false;
    }
}
