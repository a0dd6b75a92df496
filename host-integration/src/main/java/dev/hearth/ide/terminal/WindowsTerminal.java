package dev.hearth.ide.terminal;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.json.Json;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Marked;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.pets.PetName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Windows Terminal, around a Linux on Windows: it reads fragments, each with a profile, from the user's Windows. */
record WindowsTerminal(Environment environment, Processes processes) implements Tool {
    @Override
    public String name() {
        return TerminalName.WINDOWS_TERMINAL.word();
    }

    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        return required().setUp(pet, call);
    }

    @Override
    public List<Step> remove(PetName pet) {
        return required().remove(pet);
    }

    @Override
    public List<Marked> known() {
        return files().map(FileTool::known).orElse(List.of());
    }

    @Override
    public String use(PetName pet) {
        return required().use(pet);
    }

    private FileTool required() {
        return files().orElseThrow(NoWindows::new);
    }

    private Optional<FileTool> files() {
        return environment
                .get("WSL_DISTRO_NAME")
                .map(distribution -> new FileTool(
                        name(),
                        fragments(),
                        "",
                        ".json",
                        "//",
                        (pet, call) -> fragment(distribution, pet, call),
                        null,
                        pet -> "The profile 'hearth-" + pet
                                + "' opens a tab in it, once Windows Terminal was started anew"));
    }

    private Path fragments() {
        var windows = run(Command.of("cmd.exe", "/d", "/c", "echo %LOCALAPPDATA%"));
        return Path.of(run(Command.of("wslpath", "-u", windows)))
                .resolve("Microsoft/Windows Terminal/Fragments/hearth");
    }

    private String run(Command command) {
        return processes.run(command).orThrow().out().strip();
    }

    private static String fragment(String distribution, PetName pet, HearthCall call) {
        var words = new ArrayList<>(List.of("wsl.exe", "-d", distribution, "--exec"));
        words.addAll(FileTerminals.enteringWords(pet, call));
        var line = words.stream().map(WindowsTerminal::quoted).collect(joining(" "));
        var id = UUID.nameUUIDFromBytes(("hearth/" + distribution + "/" + pet).getBytes(StandardCharsets.UTF_8));
        var profile = Map.of("guid", "{" + id + "}", "name", "hearth-" + pet, "commandline", line);
        return Json.write(Map.of("profiles", List.of(new TreeMap<>(profile)))) + "\n";
    }

    /** As programs of Windows take their words apart. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
    }
}
