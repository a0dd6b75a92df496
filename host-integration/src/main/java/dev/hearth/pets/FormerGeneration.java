package dev.hearth.pets;

import dev.hearth.engine.json.Json;
import dev.hearth.generations.Generation;
import dev.hearth.generations.GenerationNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a pet had been saved as where it comes from; it is only told, since nothing of its content came along.
 *
 * @param number that it had there
 * @param saved when
 * @param action what saved it, or had it saved first
 * @param label in the words of whoever had the pet
 */
public record FormerGeneration(GenerationNumber number, Instant saved, String action, String label) {
    /** The label of a pet's container that holds all of them. */
    public static final String LABEL = "dev.hearth.former-generations";

    /** A label is read whenever pets are listed. */
    private static final int MOST = 100;

    private static final int LONGEST = 200;

    /** {@return those of a pet, oldest first} */
    static List<FormerGeneration> of(PetSpec spec) {
        return read(spec.labels().getOrDefault(LABEL, ""));
    }

    /** {@return those that a pet has once it is somewhere else} */
    static List<FormerGeneration> of(PetSpec spec, List<Generation> history) {
        return Stream.concat(of(spec).stream(), history.stream().map(FormerGeneration::of))
                .toList();
    }

    /** {@return the newest of those in a text, as far as it holds any; anybody may have written it} */
    static List<FormerGeneration> read(String text) {
        try {
            var all =
                    Json.parse(text).items().stream().map(FormerGeneration::of).toList();
            return all.subList(Math.max(0, all.size() - MOST), all.size());
        } catch (RuntimeException e) {
            // Nothing depends on it, least of all whether the pet can be had.
            return List.of();
        }
    }

    /** {@return the text} */
    static String write(List<FormerGeneration> all) {
        return Json.write(all.stream().map(FormerGeneration::json).toList());
    }

    private static FormerGeneration of(Generation generation) {
        return new FormerGeneration(generation.number(), generation.saved(), generation.action(), generation.label());
    }

    private static FormerGeneration of(Json json) {
        return new FormerGeneration(
                GenerationNumber.parse(json.at("generation").text()),
                Instant.parse(json.at("saved").text()),
                shortened(json.at("action").text()),
                shortened(json.at("label").text()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("generation", number.toString());
        json.put("saved", saved.toString());
        json.put("action", action);
        json.put("label", label);
        return json;
    }
}
