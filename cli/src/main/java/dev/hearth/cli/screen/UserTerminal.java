package dev.hearth.cli.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.core.host.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;

/**
 * The user's terminal, with modes that hearth gives it; it gets its own back when this is closed.
 *
 * <p>The modes are set by {@code stty}. JLine's other ways load machine code, which Java warns of where it was not allowed
 * on its command line, and every command would have to carry that.
 */
public final class UserTerminal implements AutoCloseable {
    private final Terminal terminal;
    private final Attributes own;
    private final Map<Signal, Object> handlersBefore = new EnumMap<>(Signal.class);

    /** JLine would take all signals that it knows, also those that are kept off Java. */
    private UserTerminal(Terminal terminal) {
        this.terminal = terminal;
        this.own = terminal.getAttributes();
        for (var signal : List.of(Signal.WINCH, Signal.CONT)) {
            handlersBefore.put(signal, Signals.register(signal.name(), () -> terminal.raise(signal)));
        }
    }

    /** Opens it; standard input and standard error have to be it. */
    public static UserTerminal open(Environment environment) {
        try {
            var device = ExecPty.current(new ExecTerminalProvider(), SystemStream.Error);
            var type = environment.get("TERM").orElse(Terminal.TYPE_DUMB);
            return new UserTerminal(
                    new PosixSysTerminal("hearth", type, device, UTF_8, false, Terminal.SignalHandler.SIG_DFL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the library's view of it} */
    public Terminal terminal() {
        return terminal;
    }

    /** From now on each key is read as it is pressed, those among them that would end or stop a program. */
    void readKeys() {
        var raw = new Attributes(own);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.IEXTEN, LocalFlag.ISIG), false);
        raw.setInputFlags(EnumSet.of(InputFlag.IXON, InputFlag.ICRNL, InputFlag.INLCR), false);
        // Reading waits a tenth of a second at most: no thread is left in it that would take a key from the next
        // program.
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        terminal.setAttributes(raw);
    }

    /** From now on no key ends or stops a program; lines are as they were. */
    public void keepSignals() {
        var quiet = new Attributes(own);
        quiet.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(quiet);
    }

    /** Gives it the modes that it had. */
    public void restore() {
        terminal.flush();
        // An interrupted thread could not wait for the program that does it.
        boolean interrupted = Thread.interrupted();
        try {
            terminal.setAttributes(own);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        handlersBefore.forEach((signal, before) -> Signals.unregister(signal.name(), before));
        try {
            restore();
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
