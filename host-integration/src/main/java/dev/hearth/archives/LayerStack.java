package dev.hearth.archives;

import dev.hearth.images.ImageLayer;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes layers of states: the first has all of the first one, and each other what differs from the state before.
 *
 * <p>What was deleted between two states is in none, wherever engines keep it.
 */
public final class LayerStack {
    private final Path directory;

    /** Writes the layers into a directory of its own. */
    public LayerStack(Path directory) {
        this.directory = directory;
    }

    /** {@return the layers of these states, in their order} */
    public List<ImageLayer> of(List<RootFiles> states) throws IOException {
        var layers = new ArrayList<ImageLayer>();
        StateIndex before = null;
        for (var state : states) {
            var file = directory.resolve("layer-" + layers.size());
            if (before == null) {
                var indexed = new Indexed(states.size() > 1);
                layers.add(packed(file, out -> state.read(tar -> indexed.copy(tar, out))));
                before = indexed.index;
            } else {
                var index = new Indexed(true);
                state.read(tar -> index.copy(tar, OutputStream.nullOutputStream()));
                var changes = before.changesTo(index.index);
                layers.add(packed(file, out -> state.read(tar -> changes.write(tar, out))));
                before = index.index;
            }
        }
        return List.copyOf(layers);
    }

    /** Writes a layer's archive. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static ImageLayer packed(Path file, Writing writing) throws IOException {
        var whole = Blob.sha256();
        try (var packed = new Quick(new BufferedOutputStream(Files.newOutputStream(file)));
                var out = new DigestOutputStream(packed, whole)) {
            writing.to(out);
        }
        return new ImageLayer(file, Blob.reference(whole));
    }

    /** A state that is copied, and known afterwards where it is compared with another one. */
    private static final class Indexed {
        private final boolean wanted;
        private StateIndex index = StateIndex.NONE;

        Indexed(boolean wanted) {
            this.wanted = wanted;
        }

        void copy(InputStream tar, OutputStream out) throws IOException {
            var copied = new Copied(tar, out);
            if (wanted) {
                index = StateIndex.read(copied);
            }
            copied.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Writes all that is read from it. */
    private static final class Copied extends FilterInputStream {
        private final OutputStream out;

        Copied(InputStream in, OutputStream out) {
            super(in);
            this.out = out;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                out.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                out.write(target, offset, read);
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, 64 * 1024)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** A pet is large, and waited for: the last tenth of its size is not worth three times the time. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
