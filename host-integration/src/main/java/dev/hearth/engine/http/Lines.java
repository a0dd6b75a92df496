package dev.hearth.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines of which HTTP is made. */
final class Lines {
    private static final int LONGEST = 64 * 1024;

    private Lines() {}

    /** {@return the next line without its end} */
    static String read(InputStream source) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = source.read(); next != '\n'; next = source.read()) {
            if (next < 0 || line.size() == LONGEST) {
                throw new ConnectionLost("in the middle of a line");
            }
            line.write(next);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
