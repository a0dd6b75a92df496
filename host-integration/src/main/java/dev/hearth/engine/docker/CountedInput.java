package dev.hearth.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have been read from a stream, not oftener than each megabyte. */
final class CountedInput extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final LongConsumer told;
    private long count;
    private long lastTold;

    CountedInput(InputStream source, LongConsumer told) {
        super(source);
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        counted(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(read);
        return read;
    }

    private void counted(int read) {
        count += Math.max(read, 0);
        if (count - lastTold >= STEP || (read < 0 && count > lastTold)) {
            lastTold = count;
            told.accept(count);
        }
    }
}
