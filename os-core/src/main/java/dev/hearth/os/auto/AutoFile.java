package dev.hearth.os.auto;

import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlError;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.MaintenanceWindow;
import dev.hearth.os.UpdateConditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that says what hearth's own engine does by itself, and when.
 *
 * @param path where it is
 */
record AutoFile(Path path) {
    private static final String POLICY = "policy";
    private static final String ON_METERED = "on-metered";
    private static final String ON_BATTERY = "on-battery";
    private static final String WINDOW = "window";

    /** What it says. */
    record Content(AutomaticUpdates policy, UpdateConditions conditions) {
        static final Content NONE = new Content(AutomaticUpdates.NONE, UpdateConditions.USUAL);
    }

    /** {@return that of a host} */
    static AutoFile of(Path root) {
        return new AutoFile(root.resolve("etc/hearth/auto.yaml"));
    }

    /** {@return what it says; that nothing is to happen where it cannot be understood, as with rpm-ostree} */
    Content read() {
        try {
            return Files.exists(path) ? from(YamlDocument.read(path)) : Content.NONE;
        } catch (YamlError _) {
            return Content.NONE;
        }
    }

    private static Content from(YamlMap map) {
        var text = map.string(POLICY).orElse("");
        var policy = Stream.of(AutomaticUpdates.values())
                .filter(each -> word(each).equals(text))
                .findFirst()
                .orElse(AutomaticUpdates.NONE);
        return new Content(
                policy,
                new UpdateConditions(
                        map.bool(ON_METERED).orElse(false),
                        map.bool(ON_BATTERY).orElse(false),
                        map.map(WINDOW).map(AutoFile::window).orElse(null)));
    }

    private static MaintenanceWindow window(YamlMap map) {
        return MaintenanceWindow.of(
                        map.strings("days"),
                        map.require("from").asText(),
                        map.require("to").asText())
                .orElseThrow(() -> new YamlError(
                        map.position(), "This is no window", "Write days as mon or sat, and times as \"02:00\"."));
    }

    static String word(AutomaticUpdates policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    /** {@return the lines that say this} */
    static List<String> lines(Content content) {
        var conditions = content.conditions();
        return Stream.of(
                        Optional.of(POLICY + ": " + word(content.policy())),
                        when(conditions.onMetered(), ON_METERED),
                        when(conditions.onBattery(), ON_BATTERY),
                        Optional.ofNullable(conditions.window()).map(AutoFile::line))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> when(boolean allowed, String key) {
        return allowed ? Optional.of(key + ": true") : Optional.empty();
    }

    private static String line(MaintenanceWindow window) {
        var days = window.dayWords().isEmpty() ? "" : "days: [" + String.join(", ", window.dayWords()) + "], ";
        return WINDOW + ": {" + days + "from: \"" + window.from() + "\", to: \"" + window.to() + "\"}";
    }

    /** {@return the conditions that it has, where it is for another policy, too} */
    UpdateConditions conditions(@Nullable UpdateConditions wanted) {
        return wanted == null ? read().conditions() : wanted;
    }
}
