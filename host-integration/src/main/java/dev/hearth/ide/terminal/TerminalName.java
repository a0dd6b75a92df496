package dev.hearth.ide.terminal;

import dev.hearth.core.host.Environment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A terminal that can be told where pets are. */
public enum TerminalName {
    // Whoever runs inside another one comes before it.
    TMUX("TMUX"),
    KITTY("KITTY_WINDOW_ID"),
    WEZTERM("WEZTERM_PANE"),
    PTYXIS("PTYXIS_VERSION"),
    GNOME_TERMINAL("GNOME_TERMINAL_SCREEN"),
    KONSOLE("KONSOLE_VERSION"),
    WINDOWS_TERMINAL("WT_SESSION"),
    FOOT("");

    private final String variable;

    /** {@code variable} is what programs that run in it have; empty where only the terminal's type tells. */
    TerminalName(String variable) {
        this.variable = variable;
    }

    /** {@return the word for it on the command line} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return all the words} */
    public static List<String> words() {
        return Arrays.stream(values()).map(TerminalName::word).sorted().toList();
    }

    /**
     * {@return the terminal of a word}
     *
     * @throws UnknownTerminal when it is none's
     */
    public static TerminalName parse(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> UnknownTerminal.named(word));
    }

    /**
     * {@return the terminal that a program with this environment runs in}
     *
     * @throws UnknownTerminal when the environment does not tell
     */
    public static TerminalName of(Environment environment) {
        return Arrays.stream(values())
                .filter(name -> !name.variable.isEmpty()
                        && environment.get(name.variable).isPresent())
                .findFirst()
                .or(() -> environment
                        .get("TERM")
                        .filter(type -> type.startsWith("foot"))
                        .map(_ -> FOOT))
                .orElseThrow(UnknownTerminal::here);
    }
}
