package dev.hearth.frombase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file systems that builds run on share nothing, so here copies stand for clones; {@code FromBaseRoomE2EIT} has a Btrfs. */
class SharedBlocksTest {
    private static final String CONTENT = "a program\n".repeat(1000);
    private static final FileTime TIME = FileTime.from(Instant.EPOCH);

    private final SharedBlocks blocks = new SharedBlocks(new Copying());

    @TempDir
    private Path directory;

    private Path root;
    private Path files;

    @BeforeEach
    void layOut() throws IOException {
        root = Files.createDirectories(directory.resolve("root"));
        files = Files.createDirectories(directory.resolve("layer/diff"));
        for (var tree : List.of(root, files)) {
            Files.createDirectories(tree.resolve("usr/bin"));
            write(tree.resolve("usr/bin/tool"), CONTENT);
            Files.createLink(tree.resolve("usr/bin/alias"), tree.resolve("usr/bin/tool"));
        }
    }

    private static Path write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.setLastModifiedTime(file, TIME);
    }

    @Test
    void exchangesAFileForACloneUnderAllOfItsNames() throws IOException {
        var before = key("usr/bin/tool");

        long shared = blocks.share(files, root);

        assertThat(shared).isEqualTo(CONTENT.length());
        assertThat(key("usr/bin/tool")).isNotEqualTo(before).isEqualTo(key("usr/bin/alias"));
        assertThat(files.resolve("usr/bin/tool")).hasContent(CONTENT).isExecutable();
        assertThat(Files.getLastModifiedTime(files.resolve("usr/bin/alias"))).isEqualTo(TIME);
        assertThat(directory.resolve("layer")).isDirectoryNotContaining("glob:**hearth*");
    }

    @Test
    void leavesWhatIsNotTheDeployments() throws IOException {
        write(root.resolve("usr/bin/other"), CONTENT);
        write(files.resolve("usr/bin/other"), CONTENT.replace('p', 'q'));
        write(root.resolve("usr/bin/touched"), CONTENT);
        Files.setLastModifiedTime(write(files.resolve("usr/bin/touched"), CONTENT), FileTime.from(Instant.now()));
        write(files.resolve("usr/bin/own"), CONTENT);
        write(root.resolve("usr/bin/small"), "1");
        write(files.resolve("usr/bin/small"), "1");
        var before = List.of(key("usr/bin/other"), key("usr/bin/touched"), key("usr/bin/own"), key("usr/bin/small"));

        blocks.share(files, root);

        assertThat(List.of(key("usr/bin/other"), key("usr/bin/touched"), key("usr/bin/own"), key("usr/bin/small")))
                .isEqualTo(before);
        assertThat(files.resolve("usr/bin/other")).hasContent(CONTENT.replace('p', 'q'));
    }

    @Test
    void leavesAllWhereNothingCanBeShared() throws IOException {
        var before = key("usr/bin/tool");
        var processes = new ScriptedProcesses().answerAny(1);

        assertThat(new SharedBlocks(processes).share(files, root)).isZero();

        assertThat(key("usr/bin/tool")).isEqualTo(before);
        assertThat(directory.resolve("layer")).isDirectoryNotContaining("glob:**hearth*");
    }

    private Object key(String name) throws IOException {
        return Files.getAttribute(files.resolve(name), "unix:ino");
    }

    private static final class Copying implements Processes {
        private final HostProcesses real = new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), _ -> {});

        @Override
        public Finished run(Command command) {
            return real.run(Command.of(command.argv().stream()
                    .map(word -> word.equals("--reflink=always") ? "--reflink=never" : word)
                    .toList()));
        }

        @Override
        public Finished stream(Command command, Consumer<String> line) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int runAttached(Command command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long startDetached(Command command, Path log) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> locate(String program) {
            throw new UnsupportedOperationException();
        }
    }
}
