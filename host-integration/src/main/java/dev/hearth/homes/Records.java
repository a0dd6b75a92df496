package dev.hearth.homes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Takes bytes apart at the one that ends each record. */
final class Records {
    private Records() {}

    /** Hands over what each end ends; what has no end is none. */
    static void read(InputStream bytes, char end, Consumer<byte[]> record) throws IOException {
        var buffered = new BufferedInputStream(bytes);
        var current = new ByteArrayOutputStream();
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            if (next == end) {
                record.accept(current.toByteArray());
                current.reset();
            } else {
                current.write(next);
            }
        }
    }
}
