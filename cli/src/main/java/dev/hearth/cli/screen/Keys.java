package dev.hearth.cli.screen;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.text.Printable;
import java.io.IOError;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** Reads keys from a terminal that waits for no end of a line. */
final class Keys {
    /** How long the rest of a key's bytes may take to come. */
    private static final long REST_MILLIS = 150;

    private final BindingReader reader;
    private final KeyMap<Key.Kind> meanings = new KeyMap<>();

    Keys(Terminal terminal) {
        reader = new BindingReader(terminal.reader());
        meanings.setAmbiguousTimeout(REST_MILLIS);
        meanings.setUnicode(Key.Kind.TEXT);
        meanings.setNomatch(Key.Kind.OTHER);
        meanings.bind(Key.Kind.TEXT, KeyMap.range(" -~"));
        bind(Key.Kind.ENTER, "^M", "^J");
        bind(Key.Kind.TAB, "^I");
        bind(Key.Kind.ESCAPE, "^[");
        bind(Key.Kind.INTERRUPT, "^C", "^D");
        bind(Key.Kind.UP, "^P", "^[[A", "^[OA");
        bind(Key.Kind.DOWN, "^N", "^[[B", "^[OB");
        bind(Key.Kind.PAGE_UP, "^[[5~");
        bind(Key.Kind.PAGE_DOWN, "^[[6~");
        bind(Key.Kind.HOME, "^A", "^[[H", "^[OH", "^[[1~");
        bind(Key.Kind.END, "^E", "^[[F", "^[OF", "^[[4~");
        bind(Key.Kind.BACKSPACE, "^H", "^?");
        bind(Key.Kind.ERASE_WORD, "^W");
        bind(Key.Kind.ERASE_LINE, "^U");
        bind(Key.Kind.REDRAW, "^L");
        meanings.bind(Key.Kind.PASTE, LineReaderImpl.BRACKETED_PASTE_BEGIN);
        bind(terminal, Key.Kind.UP, Capability.key_up);
        bind(terminal, Key.Kind.DOWN, Capability.key_down);
        bind(terminal, Key.Kind.PAGE_UP, Capability.key_ppage);
        bind(terminal, Key.Kind.PAGE_DOWN, Capability.key_npage);
        bind(terminal, Key.Kind.HOME, Capability.key_home);
        bind(terminal, Key.Kind.END, Capability.key_end);
    }

    /**
     * {@return the next key; empty when none came in time}
     *
     * @throws Interrupted when hearth is to end
     */
    Optional<Key> next(Duration patience) {
        try {
            return read(patience);
        } catch (IOError e) {
            if (e.getCause() instanceof InterruptedIOException) {
                throw Interrupted.restoringFlag();
            }
            throw e;
        }
    }

    private Optional<Key> read(Duration patience) {
        int ahead = reader.peekCharacter(Math.max(1, patience.toMillis()));
        if (ahead == NonBlockingReader.READ_EXPIRED) {
            return Optional.empty();
        }
        var kind = ahead < 0 ? null : reader.readBinding(meanings);
        // Nobody is at the terminal any more.
        return Optional.of(kind == null ? Key.of(Key.Kind.INTERRUPT) : key(kind));
    }

    private Key key(Key.Kind kind) {
        return switch (kind) {
            case TEXT -> new Key(kind, reader.getLastBinding());
            case PASTE -> new Key(kind, Printable.line(reader.readStringUntil(LineReaderImpl.BRACKETED_PASTE_END)));
            case ESCAPE -> begun();
            default -> Key.of(kind);
        };
    }

    /** What begins like a key that is known may be one that is not; its other bytes were not typed. */
    private Key begun() {
        int next = reader.peekCharacter(1);
        if (next != '[' && next != 'O') {
            return Key.of(Key.Kind.ESCAPE);
        }
        reader.readCharacter();
        int last;
        do {
            last = reader.peekCharacter(REST_MILLIS);
            if (last >= 0) {
                reader.readCharacter();
            }
        } while (last >= 0 && (last < '@' || last > '~'));
        return Key.of(Key.Kind.OTHER);
    }

    private void bind(Key.Kind kind, String... sequences) {
        for (var sequence : sequences) {
            meanings.bind(kind, KeyMap.translate(sequence));
        }
    }

    private void bind(Terminal terminal, Key.Kind kind, Capability capability) {
        var sequence = KeyMap.key(terminal, capability);
        if (sequence != null) {
            meanings.bind(kind, sequence);
        }
    }
}
