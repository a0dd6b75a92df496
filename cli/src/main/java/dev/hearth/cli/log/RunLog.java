package dev.hearth.cli.log;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.UnsafeDirectory;
import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log of the last runs, readable for its owner only.
 *
 * <p>It is opened with its first line, and no trouble with it ever stops a command: then there just is no log.
 */
public final class RunLog implements Trace, AutoCloseable {
    private static final String NAME = "hearth.log";
    private static final int KEPT = 3;

    private final PrivateDirectory directory;
    private final Path home;
    private final Clock clock;
    private final long process;
    private final String title;
    private final long largest;
    private @Nullable OutputStream stream;
    private boolean broken;
    private long left;

    /**
     * Logs below a directory, which is made when it is missing.
     *
     * @param home the user's, which is never made: that it is missing is for commands to tell
     * @param process the id by which lines of runs at the same time are told apart
     * @param title what the run is, such as its command line
     * @param largest bytes that one run may add, and after which the next run begins a new file
     */
    public RunLog(PrivateDirectory directory, Path home, Clock clock, long process, String title, long largest) {
        this.directory = directory;
        this.home = home;
        this.clock = clock;
        this.process = process;
        this.title = title;
        this.largest = largest;
        this.left = largest;
    }

    @Override
    public synchronized void note(String line) {
        if (broken) {
            return;
        }
        try {
            if (stream == null) {
                stream = open();
                write(stream, title);
            }
            write(stream, line);
        } catch (IOException | UncheckedIOException | UnsafeDirectory e) {
            broken = true;
        }
    }

    /** {@return the file, when something was written to it} */
    public Optional<Path> file() {
        return stream == null || broken ? Optional.empty() : Optional.of(directory.file(NAME));
    }

    @Override
    public void close() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    private void write(OutputStream to, String line) throws IOException {
        // One write a line: runs at the same time may mix their lines, but not parts of them.
        var text = clock.instant() + " " + process + " " + line.replace("\n", "\n    ") + "\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= left) {
            to.write(bytes);
        }
        left -= bytes.length;
    }

    private OutputStream open() throws IOException {
        if (directory.path().startsWith(home) && !Files.isDirectory(home)) {
            throw new NoSuchFileException(home.toString());
        }
        var file = directory.prepared().resolve(NAME);
        if (Files.exists(file) && Files.size(file) > largest) {
            rotate();
        }
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Channels.newOutputStream(Files.newByteChannel(file, options, mode));
    }

    private void rotate() throws IOException {
        for (int age = KEPT - 1; age > 0; age--) {
            var younger = directory.file(age == 1 ? NAME : NAME + "." + (age - 1));
            if (Files.exists(younger)) {
                Files.move(younger, directory.file(NAME + "." + age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
