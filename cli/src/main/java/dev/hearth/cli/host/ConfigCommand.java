package dev.hearth.cli.host;

import dev.hearth.bridge.BusName;
import dev.hearth.bridge.HostCommands;
import dev.hearth.bridge.PetRights;
import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.config.Setting;
import dev.hearth.config.Settings;
import dev.hearth.pets.Home;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth config}. */
@Command(
        name = "config",
        description = "Show each setting that holds, and where it was settled.",
        footer = {
            "",
            "Settings are read from ~/.config/hearth/config.yaml over /etc/hearth/config.yaml:",
            "image, distribution, release, engine, home, volumes, environment, default, host-commands, pets.",
            "",
            "Examples:",
            "  hearth config",
            "  hearth config --format=json"
        })
public final class ConfigCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("KEY", Row::key),
            Column.of("VALUE", row -> row.value() == null ? "-" : shown(row.value())),
            Column.of("ORIGIN", Row::origin)));

    private final Supplier<Settings> settings;
    private final Output output;

    @Mixin
    private FormatOption format;

    public ConfigCommand(Supplier<Settings> settings, Output output) {
        this.settings = settings;
        this.output = output;
    }

    /**
     * One setting; the components are the JSON contract.
     *
     * @param key as files write it
     * @param value a text, a list or an object of texts; null where nothing holds
     * @param origin who settled it: a file with its line, a variable, or {@code built in}
     */
    record Row(String key, @Nullable Object value, String origin) {}

    @Override
    public void run() {
        var rows = settings.get().all().stream().map(ConfigCommand::row).toList();
        output.list(format.format(), "settings", rows, TABLE);
    }

    private static Row row(Setting<?> setting) {
        return new Row(setting.key(), plain(setting.value()), setting.origin().text());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> several -> several.stream().map(Object::toString).toList();
            case Map<?, ?> map -> texts(map);
            case Home home -> home.text();
            case HostCommands.Only(var programs) when !programs.isEmpty() -> programs;
            case HostCommands commands -> commands.text();
            default -> value.toString();
        };
    }

    /** What is settled of a pet has the pet's name before its own. */
    private static Map<String, String> texts(Map<?, ?> map) {
        var texts = new LinkedHashMap<String, String>();
        map.forEach((key, value) -> {
            if (value instanceof PetRights(var commands, var bus)) {
                if (commands != null) {
                    texts.put(key + ".host-commands", commands.text());
                }
                if (!bus.isEmpty()) {
                    texts.put(
                            key + ".session-bus",
                            bus.stream().map(BusName::text).collect(Collectors.joining(" ")));
                }
            } else {
                texts.put(key.toString(), value.toString());
            }
        });
        return texts;
    }

    private static String shown(Object value) {
        return switch (value) {
            case List<?> several -> several.stream().map(Object::toString).collect(Collectors.joining(" "));
            case Map<?, ?> map -> map.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }
}
