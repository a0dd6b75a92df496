package dev.hearth.engine.http;

import java.io.IOException;
import java.io.InputStream;

/** A body that comes in chunks, each after its length. */
final class ChunkedInput extends InputStream {
    private final InputStream source;
    private long leftInChunk;
    private boolean started;
    private boolean ended;

    ChunkedInput(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (leftInChunk == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = source.read(target, offset, (int) Math.min(length, leftInChunk));
        if (count < 0) {
            throw new ConnectionLost("in the middle of the answer");
        }
        leftInChunk -= count;
        return count;
    }

    private void nextChunk() throws IOException {
        if (started) {
            Lines.read(source);
        }
        started = true;
        var size = Lines.read(source).split(";", -1)[0].strip();
        try {
            leftInChunk = Long.parseLong(size, 16);
        } catch (NumberFormatException _) {
            throw new ConnectionLost("with a chunk of length '" + size + "'");
        }
        if (leftInChunk == 0) {
            ended = true;
            skipTrailers();
        }
    }

    private void skipTrailers() throws IOException {
        // Engines send none that matter.
        var line = Lines.read(source);
        while (!line.isEmpty()) {
            line = Lines.read(source);
        }
    }
}
