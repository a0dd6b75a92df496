package dev.hearth.cli.e2e;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A terminal in which a person sits at the prompt of a shell; it is a window of a tmux of its own. */
final class Terminal implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Of the shell on the host. */
    static final String PROMPT = "host> ";

    private static final int COLUMNS = 80;

    private final Person person;
    private final Path directory;
    private final String server = InstalledHearth.newName();
    private int columns = COLUMNS;

    private Terminal(Person person, Path directory) {
        this.person = person;
        this.directory = directory;
    }

    /** {@return a terminal with a shell that reads no files of the person's} */
    static Terminal of(Person person, Path directory) {
        Needed.programs("tmux");
        var terminal = new Terminal(person, directory);
        terminal.tmux(
                "new-session",
                "-d",
                "-x",
                Integer.toString(COLUMNS),
                "-y",
                "24",
                "env",
                "HISTFILE=",
                "PS1=" + PROMPT,
                "bash",
                "--norc",
                "--noprofile");
        terminal.tmux("set-option", "-g", "status", "off");
        terminal.see(PROMPT.strip());
        return terminal;
    }

    /** Types a line and ends it. */
    void type(String line) {
        // One that ends at the window's edge would be joined with what is said next.
        boolean full = (PROMPT.length() + line.length()) % columns == 0;
        tmux("send-keys", "-l", full ? line + " " : line);
        press("Enter");
    }

    /** Types text and does not end the line. */
    void write(String text) {
        tmux("send-keys", "-l", text);
    }

    /** Pastes text, which programs that want to know are told. */
    void paste(String text) {
        tmux("set-buffer", text);
        tmux("paste-buffer", "-p", "-r");
    }

    /** {@return the screen with what it is dressed up by} */
    String dressed() {
        return tmux("capture-pane", "-p", "-e");
    }

    /** {@return the screen, line by line as it is} */
    String lines() {
        return tmux("capture-pane", "-p").lines().map(String::stripTrailing).collect(joining("\n", "", "\n"));
    }

    /** Sends a signal to the one program of that name that runs below the shell at the prompt. */
    void signal(String signal, String program) {
        // What it starts is a second one of its name for a moment.
        var processes = Eventually.see(
                "one '" + program + "'",
                () -> below().filter(process -> process.info()
                                .command()
                                .filter(command -> Path.of(command).endsWith(program))
                                .isPresent())
                        .toList(),
                found -> found.size() == 1);
        new Programs(person.environment())
                .run(
                        LIMIT,
                        directory,
                        List.of(
                                "kill",
                                "-s",
                                signal,
                                Long.toString(processes.getFirst().pid())))
                .succeeded();
    }

    /** Presses a key, such as {@code C-c}. */
    void press(String key) {
        tmux("send-keys", key);
    }

    /** Waits until the text is on the screen; {@return the screen} */
    String see(String text) {
        return Eventually.see("'" + text + "' on the screen", this::screen, screen -> screen.contains(text));
    }

    /** Waits until the last that is on the screen is the prompt: what was called at it before has ended. */
    void awaitPrompt() {
        Eventually.see("a new prompt", this::screen, screen -> screen.strip().endsWith(PROMPT.strip()));
    }

    /** Presses a key again and again until the text is on the screen. */
    void pressUntil(String key, String text) {
        Eventually.see(
                "'" + text + "' on the screen",
                () -> {
                    press(key);
                    return screen();
                },
                screen -> screen.contains(text));
    }

    /** Types a line at the prompt of an empty screen and waits for what it says. */
    void ask(String line, String answer) {
        clear();
        type(line);
        see(answer + "\n");
    }

    /** Empties the screen but for the prompt. */
    void clear() {
        press("C-l");
        Eventually.see(
                "an empty screen", this::screen, screen -> !screen.strip().contains("\n"));
    }

    /** {@return the programs that run below the shell at the prompt, by name} */
    List<String> running() {
        return below().flatMap(process -> process.info().command().stream())
                .map(command -> Path.of(command).getFileName().toString())
                .toList();
    }

    private Stream<ProcessHandle> below() {
        var shell = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
        return ProcessHandle.of(shell).orElseThrow().descendants();
    }

    void resize(int width, int height) {
        tmux("resize-window", "-x", Integer.toString(width), "-y", Integer.toString(height));
        columns = width;
    }

    @Override
    public void close() {
        var socket = Path.of(tmux("display-message", "-p", "#{socket_path}").strip());
        tmux("kill-server");
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that the window's edge broke are whole: where it breaks them depends on where hearth is installed. */
    private String screen() {
        return tmux("capture-pane", "-p", "-J")
                .lines()
                .map(String::stripTrailing)
                .collect(joining("\n", "", "\n"));
    }

    private String tmux(String... words) {
        var argv = new ArrayList<>(List.of("tmux", "-L", server, "-f", "/dev/null"));
        argv.addAll(List.of(words));
        return new Programs(person.environment())
                .run(LIMIT, directory, person.saying(argv))
                .succeeded();
    }
}
