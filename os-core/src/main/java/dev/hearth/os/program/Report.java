package dev.hearth.os.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of what an engine says of itself in JSON.
 *
 * <p>What is not there, is null, or is of another kind than asked for counts as absent: versions of the engines differ in
 * what they tell, and hearth has to show a base that it does not know all of.
 */
public final class Report {
    private final String program;
    private final JsonNode node;

    private Report(String program, JsonNode node) {
        this.program = program;
        this.node = node;
    }

    /**
     * Reads an answer, which has to be one object.
     *
     * @param program whose answer it is, for the failure
     */
    public static Report parse(String program, String json) {
        try {
            var node = new JsonMapper().readTree(json);
            if (!node.isObject()) {
                throw new MalformedReport(program, "it is no JSON object");
            }
            return new Report(program, node);
        } catch (StreamConstraintsException _) {
            throw new MalformedReport(program, "it is larger, or nested more deeply, than any state of a base is");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new MalformedReport(
                    program, "it is no JSON at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    /** {@return what stands below a key; without content when nothing does} */
    public Report at(String key) {
        return new Report(program, node.path(key));
    }

    /** {@return what stands at a place of a list; without content when nothing does} */
    public Report at(int index) {
        return new Report(program, node.path(index));
    }

    /** {@return whether there is nothing here} */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** {@return the text here} */
    public @Nullable String text() {
        return node.isTextual() ? node.textValue() : null;
    }

    /** {@return the text below a key} */
    public @Nullable String text(String key) {
        return at(key).text();
    }

    /** {@return the text at a place of a list; empty when there is none} */
    public String word(int index) {
        var word = at(index).text();
        return word == null ? "" : word;
    }

    /**
     * {@return the text below a key}
     *
     * @throws MalformedReport when there is none
     */
    public String require(String key) {
        var text = text(key);
        if (text == null) {
            throw new MalformedReport(program, "it lacks '" + key + "'");
        }
        return text;
    }

    /** {@return whether it says yes} */
    public boolean isTrue() {
        return node.asBoolean(false);
    }

    /** {@return whether it says yes below a key} */
    public boolean isTrue(String key) {
        return at(key).isTrue();
    }

    /** {@return the number here, or another when there is none} */
    public long number(long otherwise) {
        return node.asLong(otherwise);
    }

    /** {@return the moment that the number here means, in seconds since 1970; absent when there is none} */
    public @Nullable Instant time() {
        long seconds = number(0);
        return seconds <= 0 || seconds > Instant.MAX.getEpochSecond() ? null : Instant.ofEpochSecond(seconds);
    }

    /** {@return the parts of the list here; none when it is no list} */
    public List<Report> parts() {
        return node.isArray()
                ? node.valueStream().map(part -> new Report(program, part)).toList()
                : List.of();
    }

    /** {@return the parts of an object by their keys, sorted; none when it is no object} */
    public Map<String, Report> entries() {
        var entries = new TreeMap<String, Report>();
        if (node.isObject()) {
            node.properties().forEach(entry -> entries.put(entry.getKey(), new Report(program, entry.getValue())));
        }
        return entries;
    }

    /** {@return the texts of the list below a key; none when it is no list} */
    public List<String> words(String key) {
        return at(key).parts().stream()
                .flatMap(part -> Stream.ofNullable(part.text()))
                .toList();
    }
}
