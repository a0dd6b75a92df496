package dev.hearth.engine.http;

import java.io.IOException;
import java.io.InputStream;

/** A body whose length the server said beforehand. */
final class FixedInput extends InputStream {
    private final InputStream source;
    private long left;

    FixedInput(InputStream source, long length) {
        this.source = source;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 || length == 0) {
            return left == 0 ? -1 : 0;
        }
        int count = source.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new ConnectionLost("%d bytes before the end of the answer".formatted(left));
        }
        left -= count;
        return count;
    }
}
