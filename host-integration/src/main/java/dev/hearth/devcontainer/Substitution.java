package dev.hearth.devcontainer;

import dev.hearth.core.host.Environment;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.json.Json;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the variables stand for that texts of a devcontainer.json may have.
 *
 * @param inside where the pet sees the project
 * @param callers the variables of who makes the pet
 * @param id what tells this project's file from all others
 */
record Substitution(Path project, String inside, Environment callers, String id) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z]+)(?::([^:{}]*)(?::([^{}]*))?)?}");
    private static final int BASE = 32;
    private static final int DIGITS = 52;

    /** {@return what tells a file from all others, by the rule that other tools have} */
    static String id(Map<String, String> labels) {
        var text = Json.write(new TreeMap<>(labels));
        var number = new BigInteger(Sha256.of(text), 16).toString(BASE);
        return "0".repeat(DIGITS - number.length()) + number;
    }

    /** {@return the text with all filled in but what only the container knows} */
    String local(String text) {
        return filled(text, match -> {
            var name = match.group(2) == null ? "" : match.group(2);
            return switch (match.group(1)) {
                case "localWorkspaceFolder" -> project.toString();
                case "localWorkspaceFolderBasename" -> last(project.toString());
                case "containerWorkspaceFolder" -> inside;
                case "containerWorkspaceFolderBasename" -> last(inside);
                case "devcontainerId" -> id;
                case "localEnv", "env" -> callers.variables().getOrDefault(name, otherwise(match));
                default -> match.group();
            };
        });
    }

    /** {@return the text with what only the container knows filled in} */
    static String inContainer(String text, Map<String, String> variables) {
        return filled(
                text,
                match -> match.group(1).equals("containerEnv") && match.group(2) != null
                        ? variables.getOrDefault(match.group(2), otherwise(match))
                        : match.group());
    }

    private static String filled(String text, Function<Matcher, String> value) {
        var matcher = VARIABLE.matcher(text);
        var filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.apply(matcher)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String otherwise(Matcher match) {
        return match.group(3) == null ? "" : match.group(3);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
