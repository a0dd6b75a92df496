package dev.hearth.ide.vscode;

import dev.hearth.engine.json.Json;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileLeftAlone;
import dev.hearth.ide.Step;
import dev.hearth.ide.UserFile;
import dev.hearth.ide.jsonc.BrokenJson;
import dev.hearth.ide.jsonc.JsonText;
import dev.hearth.pets.PetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The profile of a pet's terminal in an editor's settings, which are the user's.
 *
 * @param recorded what hearth wrote for the pet; nothing where it did not
 */
record TerminalProfile(UserFile settings, PetName pet, Optional<String> recorded) {
    private static final String PROFILES = "terminal.integrated.profiles.linux";

    /** {@return the value of the setting, on one line} */
    static String value(PetName pet, HearthCall call) {
        var words = new ArrayList<>(call.fromSession());
        words.addAll(List.of("enter", pet.value()));
        var profile = new LinkedHashMap<String, Object>();
        profile.put("path", words.getFirst());
        profile.put("args", words.subList(1, words.size()));
        profile.put("icon", "package");
        // The editor would call it after the program that runs for it on the host, which is the same for all pets.
        profile.put("overrideName", true);
        // The user's file is read byte by byte, whatever its encoding, so this goes in as bytes, too.
        return UserFile.bytes(Json.write(profile));
    }

    /**
     * {@return what gives the settings a profile; nothing when they have it}
     *
     * @throws FileLeftAlone when they are broken, or have another profile of that name
     */
    Optional<Step> present(String value) {
        var byHand = "Put this into '%s' there yourself: \"%s\": %s".formatted(PROFILES, name(), value);
        var text = text(byHand);
        var there = found(text, byHand);
        if (there.filter(value::equals).isPresent()) {
            return Optional.empty();
        }
        requireOwn(there, byHand);
        var without = there.isPresent() ? text.without(PROFILES, name()) : text;
        return Optional.of(settings.saying(
                without.with(PROFILES, name(), value).text(),
                "Add the terminal profile '%s' to '%s'".formatted(name(), settings.path()),
                byHand));
    }

    /**
     * {@return what takes the profile out; nothing when there is none}
     *
     * @throws FileLeftAlone when the settings are broken, or somebody changed the profile
     */
    Optional<Step> absent() {
        var byHand = "Take '%s' out of '%s' there yourself.".formatted(name(), PROFILES);
        var text = text(byHand);
        var there = found(text, byHand);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        requireOwn(there, byHand);
        var after = text.without(PROFILES, name()).text();
        return Optional.of(settings.saying(
                after.equals(JsonText.EMPTY) ? "" : after,
                "Take the terminal profile '%s' out of '%s'".formatted(name(), settings.path()),
                byHand));
    }

    private void requireOwn(Optional<String> there, String byHand) {
        if (there.isPresent() && !there.equals(recorded)) {
            throw new FileLeftAlone(
                    settings.path(), "has another terminal profile '%s' than hearth wrote".formatted(name()), byHand);
        }
    }

    private JsonText text(String byHand) {
        try {
            return new JsonText(settings.text());
        } catch (BrokenJson broken) {
            throw brokenSettings(broken, byHand);
        }
    }

    private Optional<String> found(JsonText text, String byHand) {
        try {
            return text.value(PROFILES, name());
        } catch (BrokenJson broken) {
            throw brokenSettings(broken, byHand);
        }
    }

    private FileLeftAlone brokenSettings(BrokenJson broken, String byHand) {
        return new FileLeftAlone(
                settings.path(), "is no JSON with comments from line %d on".formatted(broken.line()), byHand);
    }

    private String name() {
        return "hearth-" + pet;
    }
}
