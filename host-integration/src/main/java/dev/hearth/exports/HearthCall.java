package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How exports call hearth.
 *
 * @param launcher that the user called
 * @param asked the engine that the user asked for, by a word or an address; absent when none
 * @param lasting what means the same engine where the user's variables are not there
 * @param java the Java home that the launcher is to use there; absent where it finds one by itself
 */
public record HearthCall(
        Path launcher,
        @Nullable String asked,
        String lasting,
        @Nullable String java) {

    /** {@return the same, which asks for its engine also where the user's variables are not there} */
    public HearthCall everywhere() {
        return new HearthCall(launcher, lasting, lasting, java);
    }

    /** {@return the words that run hearth in an environment like the caller's} */
    public List<String> fromShell() {
        var words = new ArrayList<>(List.of(launcher.toString()));
        if (asked != null) {
            words.addAll(List.of("--engine", asked));
        }
        return words;
    }

    /** {@return the words that run hearth for the desktop or systemd, which have few of the caller's variables} */
    public List<String> fromSession() {
        var words = new ArrayList<String>();
        if (java != null) {
            words.addAll(List.of("/usr/bin/env", "JAVA_HOME=" + java));
        }
        words.addAll(List.of(launcher.toString(), "--engine", lasting));
        return words;
    }

    /** {@return the words behind those, with which a command in a pet begins} */
    public static List<String> inPet(PetName pet) {
        return List.of("run", "-c", pet.value(), "--");
    }
}
