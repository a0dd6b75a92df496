package dev.hearth.os.health;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a check found.
 *
 * @param name of the program, or {@code unit NAME}
 * @param required whether a boot in which it fails is none that the deployment is kept for
 * @param passed whether all was well
 * @param message what it said last, or why it could not be run; empty when it said nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CheckResult(
        @JsonProperty(required = true) String name,
        boolean required,
        boolean passed,
        @JsonProperty(required = true) String message) {

    /** {@return whether it alone makes the boot one that went wrong} */
    public boolean isFatal() {
        return required && !passed;
    }

    /** {@return what is wrong, for people} */
    public String sentence() {
        var said = message.isEmpty() ? "failed" : "said: " + message;
        return (required ? "the required check '" : "the check '") + name + "' " + said;
    }
}
