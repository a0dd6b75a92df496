package dev.hearth.homes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** So many bytes of a longer stream. */
final class LimitedInput extends InputStream {
    private final InputStream source;
    private long left;

    LimitedInput(InputStream source, long length) {
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
        if (left == 0) {
            return -1;
        }
        int count = source.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new WrittenFilesUnreadable("it ended early");
        }
        left -= count;
        return count;
    }

    /** Passes over what nobody read. */
    void requireEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }
}
