package dev.hearth.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The two output streams of a program, merged.
 *
 * <p>Engines send them in frames: one byte for the stream, three of nothing, four for the length, then the bytes.
 */
final class Frames extends InputStream {
    private static final int HEADER = 8;
    private static final int LENGTH_AT = 4;

    private final InputStream source;
    private long left;

    Frames(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (left == 0) {
            var header = source.readNBytes(HEADER);
            if (header.length == 0) {
                return -1;
            }
            if (header.length < HEADER) {
                throw new EOFException("in the middle of a frame");
            }
            left = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(LENGTH_AT));
        }
        int count = source.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("in the middle of a frame");
        }
        left -= count;
        return count;
    }
}
