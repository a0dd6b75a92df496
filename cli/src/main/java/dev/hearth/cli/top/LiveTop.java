package dev.hearth.cli.top;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.screen.HearthCalls;
import dev.hearth.cli.screen.Key;
import dev.hearth.cli.screen.Screen;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The live screen: draws what the monitor sees, and does what keys ask for. */
final class LiveTop {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int PAGE = 10;

    private final Screen screen;
    private final Monitor monitor;
    private final HearthCalls hearth;
    private final ConsolePrompt prompt;
    private final Supplier<Colors> colors;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private TopState state = TopState.FIRST;

    LiveTop(Screen screen, Monitor monitor, HearthCalls hearth, ConsolePrompt prompt, Supplier<Colors> colors) {
        this.screen = screen;
        this.monitor = monitor;
        this.hearth = hearth;
        this.prompt = prompt;
        this.colors = colors;
    }

    /** Goes on until the user ends it. */
    void run() {
        while (true) {
            var view = monitor.latest();
            var drawn = state.saying(told.get());
            screen.draw(new TopScreen(colors.get(), screen.columns(), screen.rows()).lines(view, drawn));
            var key = screen.read(PATIENCE);
            if (key.isPresent() && !goesOn(view, key.get())) {
                return;
            }
        }
    }

    private boolean goesOn(TopView view, Key key) {
        switch (state.mode()) {
            case FILTERING -> state = state.filtering(key);
            case HELP -> state = state.in(TopState.Mode.LOOKING);
            case CONFIRMING_STOP -> {
                state = state.in(TopState.Mode.LOOKING);
                if (key.isTyped("y")) {
                    stopBehind(view);
                }
            }
            case LOOKING -> {
                return look(view, key);
            }
        }
        return true;
    }

    private boolean look(TopView view, Key key) {
        int at = state.at(view);
        switch (key.kind()) {
            case INTERRUPT -> {
                return false;
            }
            case ESCAPE -> {
                if (state.filter().isEmpty()) {
                    return false;
                }
                state = state.filteredBy("");
            }
            case UP -> state = state.pointing(view, at - 1);
            case DOWN, TAB -> state = state.pointing(view, at + 1);
            case PAGE_UP -> state = state.pointing(view, at - PAGE);
            case PAGE_DOWN -> state = state.pointing(view, at + PAGE);
            case HOME -> state = state.pointing(view, 0);
            case END -> state = state.pointing(view, Integer.MAX_VALUE);
            case ENTER -> before(view, "enter");
            case TEXT -> {
                return command(view, key.text());
            }
            default -> {
                // Nothing is meant by it here.
            }
        }
        return true;
    }

    private boolean command(TopView view, String letter) {
        told.set("");
        // A pet must not give its place to another between the question and the answer.
        state = state.pointing(view, state.at(view));
        switch (letter) {
            case "q" -> {
                return false;
            }
            case "/" -> state = state.in(TopState.Mode.FILTERING);
            case "?", "h" -> state = state.in(TopState.Mode.HELP);
            case "o" -> state = state.sortedBy(state.sort().next());
            case "j" -> state = state.pointing(view, state.at(view) + 1);
            case "k" -> state = state.pointing(view, state.at(view) - 1);
            // Where a pet has to be stopped for it, it asks.
            case "n" -> before(view, "snapshot");
            case "r" -> before(view, "rollback");
            case "s" -> {
                if (state.pointed(view).isPresent()) {
                    state = state.in(TopState.Mode.CONFIRMING_STOP);
                }
            }
            default -> {
                // Nothing is meant by it.
            }
        }
        return true;
    }

    /** Has a command use the terminal meanwhile. */
    private void before(TopView view, String command) {
        state.pointed(view).ifPresent(pet -> {
            int status = screen.away(() -> {
                int ended = hearth.attached("top", List.of(command, pet));
                if (ended != ExitStatus.OK && ended != ExitStatus.CANCELLED) {
                    var _ = prompt.answer("Enter goes back. ");
                }
                return ended;
            });
            told.set(
                    status == ExitStatus.OK
                            ? "`hearth %s %s` is done".formatted(command, pet)
                            : "`hearth %s %s` ended with status %d".formatted(command, pet, status));
        });
    }

    /** Has the pet stopped while the screen goes on. */
    private void stopBehind(TopView view) {
        state.pointed(view).ifPresent(pet -> {
            told.set("Stopping '%s'…".formatted(pet));
            Thread.ofVirtual().start(() -> told.set(stopped(pet)));
        });
    }

    private String stopped(String pet) {
        try {
            var finished = hearth.captured(List.of("stop", pet));
            return finished.succeeded()
                    ? "`hearth stop %s` is done".formatted(pet)
                    : Printable.lastLine(finished.err());
        } catch (Failure failure) {
            return failure.message();
        }
    }
}
