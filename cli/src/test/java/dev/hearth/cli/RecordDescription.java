package dev.hearth.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the source says about a record's components.
 *
 * @param components their descriptions by their names
 */
record RecordDescription(Map<String, String> components) {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (.*?)(?=@param|$)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
    private static final Pattern MARGIN = Pattern.compile("\\s*\\n\\s*\\* ?\\s*");

    /** Reads them from the comment in front of the record. */
    static RecordDescription of(Class<?> type) {
        var outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        var comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:private |public )?record " + type.getSimpleName() + "\\(",
                        Pattern.DOTALL)
                .matcher(read(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java")));
        if (!comment.find()) {
            throw new AssertionError(
                    "The components of " + type.getName() + " are not described: write @param for each");
        }
        var components = new TreeMap<String, String>();
        var parameter = PARAMETER.matcher(MARGIN.matcher(comment.group(1)).replaceAll(" "));
        while (parameter.find()) {
            components.put(
                    parameter.group(1), CODE.matcher(parameter.group(2).strip()).replaceAll("$1"));
        }
        return new RecordDescription(components);
    }

    /** {@return what a component is} */
    String of(String component) {
        var text = components.get(component);
        if (text == null) {
            throw new AssertionError("There is no @param for " + component);
        }
        return text;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
