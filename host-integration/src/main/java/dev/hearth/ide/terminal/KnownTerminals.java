package dev.hearth.ide.terminal;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Processes;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Tool;
import java.nio.file.Path;
import java.util.List;

/** The terminals that can be told where pets are. */
public final class KnownTerminals {
    /** The profile that GNOME Terminal has from the start. */
    private static final String GNOME_DEFAULT = "b1dcc9dd-5262-4d8d-a863-c897e6d979b9";

    private final FileTerminals files;
    private final Path records;
    private final Environment environment;
    private final Processes processes;

    /**
     * Writes for a user.
     *
     * @param state where hearth keeps what is the user's
     */
    public KnownTerminals(TerminalPlaces places, Path state, Environment environment, Processes processes) {
        this.files = new FileTerminals(places);
        this.records = state.resolve("ide");
        this.environment = environment;
        this.processes = processes;
    }

    /** {@return all of them} */
    public List<Tool> all() {
        return List.of(
                files.foot(),
                files.kitty(),
                files.konsole(),
                files.tmux(),
                files.wezterm(),
                gnomeTerminal(),
                ptyxis(),
                new WindowsTerminal(environment, processes));
    }

    /** {@return the one of a name} */
    public Tool of(TerminalName name) {
        return all().stream()
                .filter(tool -> tool.name().equals(name.word()))
                .findFirst()
                .orElseThrow();
    }

    private Tool gnomeTerminal() {
        return new DconfTerminal(
                records(TerminalName.GNOME_TERMINAL, "visible-name"),
                processes,
                "/org/gnome/terminal/legacy/profiles:/:",
                "/org/gnome/terminal/legacy/profiles:/list",
                List.of(GNOME_DEFAULT));
    }

    private Tool ptyxis() {
        return new DconfTerminal(
                records(TerminalName.PTYXIS, "label"),
                processes,
                "/org/gnome/Ptyxis/Profiles/",
                "/org/gnome/Ptyxis/profile-uuids",
                List.of());
    }

    private FileTool records(TerminalName name, String label) {
        return new FileTool(
                name.word(),
                records.resolve(name.word()),
                "",
                ".dconf",
                "#",
                (pet, call) -> DconfTerminal.profile(pet, call, label),
                null,
                pet -> "The profile 'hearth-" + pet + "' opens a tab in it");
    }
}
