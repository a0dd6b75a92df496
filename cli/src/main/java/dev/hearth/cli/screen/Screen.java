package dev.hearth.cli.screen;

import dev.hearth.core.host.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** All of the user's terminal, to be drawn on; what was there before comes back when it is closed. */
public final class Screen implements AutoCloseable {
    private static final Size USUAL = Size.of(80, 24);

    private final UserTerminal user;
    private final Terminal terminal;
    private final Display display;
    private final Keys keys;
    private Size size = USUAL;
    private volatile boolean changed;

    private Screen(UserTerminal user) {
        this.user = user;
        terminal = user.terminal();
        display = new Display(terminal, true);
        keys = new Keys(terminal);
        terminal.handle(Signal.WINCH, _ -> changed = true);
        terminal.handle(Signal.CONT, _ -> changed = true);
        take();
    }

    /** Takes the terminal. */
    public static Screen open(Environment environment) {
        var user = UserTerminal.open(environment);
        try {
            return new Screen(user);
        } catch (RuntimeException | Error e) {
            user.close();
            throw e;
        }
    }

    public int columns() {
        return size.getColumns();
    }

    public int rows() {
        return size.getRows();
    }

    /** Shows these lines and nothing else; what does not fit is not seen. */
    public void draw(List<AttributedString> lines) {
        var shown = new ArrayList<AttributedString>();
        for (int i = 0; i < rows(); i++) {
            shown.add(i < lines.size() ? lines.get(i).columnSubSequence(0, columns()) : AttributedString.EMPTY);
        }
        display.update(shown, -1);
    }

    /** {@return the next key; empty when none came in time, or the size has changed} */
    public Optional<Key> read(Duration patience) {
        var key = keys.next(patience);
        if (changed || key.filter(pressed -> pressed.kind() == Key.Kind.REDRAW).isPresent()) {
            changed = false;
            // Whoever stopped hearth may have given the terminal other modes.
            user.readKeys();
            measure();
        }
        return key;
    }

    /** {@return what other programs make that have the terminal meanwhile} */
    public <T> T away(Supplier<T> work) {
        leave();
        try {
            return work.get();
        } finally {
            take();
        }
    }

    @Override
    public void close() {
        try {
            leave();
        } finally {
            user.close();
        }
    }

    private void take() {
        user.readKeys();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        // What is pasted is told from what is typed: a line's end in it must not choose anything.
        terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
        measure();
    }

    private void measure() {
        var told = terminal.getSize();
        size = told.getColumns() > 0 && told.getRows() > 0 ? told : USUAL;
        display.resize(size);
        display.clear();
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    private void leave() {
        terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_OFF);
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        user.restore();
    }
}
