package dev.hearth.os.etc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.UnsafeDirectory;
import dev.hearth.core.schema.NewerSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionStoreTest {
    private static final Path RELEASED = Path.of("src/test/resources/dev/hearth/releases/0.1.0");
    private static final Decision.Conflict CONFLICT =
            new Decision.Conflict(Decision.Reason.BOTH_CHANGED, new Versions("absent", "sha256:1", "sha256:2"), null);

    @TempDir
    Path directory;

    private Path file;
    private long self;
    private ResolutionStore store;

    @BeforeEach
    void makeAStore() throws IOException {
        self = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        store = new ResolutionStore(new PrivateDirectory(directory.resolve("state"), self));
        file = directory.resolve("state/etc-resolutions.json");
    }

    @Test
    void holdsNothingAtFirst() {
        assertThat(store.read()).isEqualTo(Resolutions.NONE);
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var resolutions = Resolutions.NONE
                .with(Path.of("a b/ä"), CONFLICT, new Resolution.Keep())
                .with(Path.of("b"), CONFLICT, new Resolution.Take())
                .with(Path.of("c"), CONFLICT, new Resolution.Edited("text\n"));

        store.write(resolutions);

        assertThat(store.read()).isEqualTo(resolutions);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void writesAFormThatOtherVersionsCanRead() throws IOException {
        store.write(Resolutions.NONE.with(Path.of("ssh/sshd_config"), CONFLICT, new Resolution.Edited("x\n")));

        assertThat(file).content().isEqualToIgnoringWhitespace("""
                {
                  "schema" : 1,
                  "needs" : "0.1.0",
                  "resolutions" : [ {
                    "path" : "ssh/sshd_config",
                    "versions" : {
                      "oldDefault" : "absent",
                      "newDefault" : "sha256:1",
                      "local" : "sha256:2"
                    },
                    "resolution" : {
                      "choice" : "edited",
                      "text" : "x\\n"
                    }
                  } ]
                }
                """);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        store.write(Resolutions.NONE);
        for (var content : new String[] {
            "",
            "null",
            "[]",
            "{",
            "{}",
            "{\"schema\": 0, \"resolutions\": []}",
            "{\"schema\": 1, \"resolutions\": null}",
            "{\"schema\": 1, \"resolutions\": [null]}",
            "{\"schema\": 1, \"resolutions\": [{\"path\": \"a\"}]}",
        }) {
            Files.writeString(file, content);

            assertThatThrownBy(store::read)
                    .as(content)
                    .isInstanceOf(ResolutionsDamaged.class)
                    .hasMessage("The decisions about configuration conflicts, '" + file + "', cannot be read");
        }
    }

    @Test
    void namesTheHearthThatANewerFormTakes() throws IOException {
        store.write(Resolutions.NONE);
        Files.writeString(file, "{\"schema\": 2, \"needs\": \"0.4.0\", \"decisions\": {}}");

        assertThatThrownBy(store::read)
                .isInstanceOf(NewerSchema.class)
                .hasMessage("'" + file + "' was written by a newer hearth, and takes hearth 0.4.0 or later (it has"
                        + " schema 2, this hearth knows 1)");
    }

    @Test
    void readsWhatThePreviousReleaseWrote() throws IOException {
        store.write(Resolutions.NONE);
        Files.write(file, Files.readAllBytes(RELEASED.resolve("etc-resolutions.json")));

        assertThat(store.read())
                .isEqualTo(Resolutions.NONE
                        .with(Path.of("b"), CONFLICT, new Resolution.Take())
                        .with(Path.of("c"), CONFLICT, new Resolution.Keep())
                        .with(Path.of("ssh/sshd_config"), CONFLICT, new Resolution.Edited("x\n")));
    }

    @Test
    void doesNotBelieveSomebodyElsesFile() {
        store.write(Resolutions.NONE);
        var other = new ResolutionStore(new PrivateDirectory(directory.resolve("state"), self + 1));

        assertThatThrownBy(other::read).isInstanceOf(UnsafeDirectory.class);
    }
}
