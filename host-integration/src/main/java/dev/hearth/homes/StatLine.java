package dev.hearth.homes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code stat} prints of a file in the format that the script asks for. */
final class StatLine {
    private static final int HEX = 16;
    private static final int PERMISSIONS = 0777;
    private static final int NANO_DIGITS = 9;
    /** Mode and device in hexadecimal digits, size, inode, time of change, time of birth. */
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]+) ([0-9a-f]+:[0-9a-f]+) ([0-9]+) ([0-9]+) ([^|]+)\\|(.*)");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
            .appendPattern(" xx")
            .toFormatter(Locale.ROOT);

    private StatLine() {}

    static Written read(HomePath path, String line) {
        var parts = LINE.matcher(line);
        var modified = parts.matches() ? time(parts.group(5)) : null;
        if (modified == null) {
            throw new WrittenFilesUnreadable("a program in its image answers in another way than expected");
        }
        int mode = Integer.parseInt(parts.group(1), HEX);
        var type = EntryType.of(mode);
        boolean gone = type == EntryType.SPECIAL
                && parts.group(1).startsWith("2")
                && parts.group(2).equals("0:0");
        return new Written(
                path,
                type,
                mode & PERMISSIONS,
                gone,
                Long.parseLong(parts.group(3)),
                parts.group(4),
                modified,
                time(parts.group(6)));
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.strip(), TIME).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
