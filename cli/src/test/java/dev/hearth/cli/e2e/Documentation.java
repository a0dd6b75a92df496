package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the documents tell people to write, for tests that do what is written there. */
final class Documentation {
    private static final Path DOCUMENTS = Path.of("../docs");

    private Documentation() {}

    /** {@return the blocks of a language between a heading and the next} */
    static List<String> blocks(String document, String heading, String language) {
        var section = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#+ |\\z)");
        var found = section.matcher(text(document));
        if (!found.find()) {
            throw new AssertionError("'%s' has no '%s'".formatted(document, heading));
        }
        var block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
        return block.matcher(found.group(1))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static String text(String document) {
        try {
            return Files.readString(DOCUMENTS.resolve(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
