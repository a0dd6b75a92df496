package dev.hearth.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers why a stream took nothing more, which a print writer tells nobody. */
public final class StandardOutput extends Writer {
    private final Writer stream;
    private @Nullable IOException trouble;

    public StandardOutput(Writer stream) {
        this.stream = stream;
    }

    /** {@return what the user is to know of its not being written; nothing where only the reader went away} */
    public Optional<OutputNotWritten> failure() {
        return Optional.ofNullable(trouble)
                .map(error -> String.valueOf(error.getMessage()))
                .filter(reason -> !reason.contains("Broken pipe"))
                .map(OutputNotWritten::new);
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
        attempt(() -> stream.write(text, start, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(stream::flush);
    }

    @Override
    public void close() throws IOException {
        attempt(stream::close);
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (IOException e) {
            trouble = trouble == null ? e : trouble;
            throw e;
        }
    }
}
