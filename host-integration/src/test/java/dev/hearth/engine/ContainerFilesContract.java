package dev.hearth.engine;

import static dev.hearth.engine.ContainerRequests.plain;
import static dev.hearth.engine.ContainerRequests.withLabels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.FileChange.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every container engine tells of files, whichever it is; the fake too. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ContainerFilesContract implements MadeByTest.OnEngine {
    private static final ContainerPath MADE = ContainerPath.of("/made-in-the-container");

    @RegisterExtension
    final MadeByTest made = new MadeByTest();

    private final String name = MadeByTest.newName();

    /** {@return the name of an image that the engine has, with the programs of every Debian} */
    protected abstract String image();

    @Test
    void tellsWhatIsDifferentFromTheImage() {
        var id = withAFile();

        assertThat(files().changes(id)).contains(new FileChange(Kind.ADDED, MADE));
        assertThat(files().changes(create())).doesNotContain(new FileChange(Kind.ADDED, MADE));
        assertThat(files().written(id)).isNotNegative();
    }

    @Test
    void readsOneFileAndAll() {
        var id = withAFile();

        assertThat(files().archive(id, MADE, ContainerFilesContract::names).orElseThrow())
                .singleElement()
                .asString()
                .endsWith("made-in-the-container");
        assertThat(files().archive(id, ContainerPath.of("/no/such/file"), ContainerFilesContract::names))
                .isEmpty();
        assertThat(files().export(id, ContainerFilesContract::names)).contains("made-in-the-container");
    }

    @Test
    void readsTextsOfWhatRunsAndOfWhatDoesNot() {
        var id = create();
        var missing = ContainerPath.of("/no/such/file");
        assertThat(files().lines(id, missing)).isEmpty();

        engine().start(id);
        engine().exec(id, ExecRequest.asRoot("sh", "-c", "echo \"$0\" >\"$1\"", "one\ntwo", MADE.value()), _ -> {});
        assertThat(files().lines(id, MADE)).contains(List.of("one", "two"));
        assertThat(files().lines(id, missing)).isEmpty();

        engine().stop(id, Duration.ZERO);
        assertThat(files().lines(id, MADE)).contains(List.of("one", "two"));
    }

    @Test
    void readsWhatNeverRan() {
        var id = create();

        assertThat(files().archive(id, MADE, ContainerFilesContract::names)).isEmpty();
        assertThat(files().export(id, ContainerFilesContract::names)).doesNotContain("made-in-the-container");
    }

    @Test
    void cannotReadWhatIsGone() {
        var unknown = new ContainerId("f".repeat(64));

        assertThatThrownBy(() -> files().changes(unknown)).isInstanceOf(ContainerGone.class);
        assertThatThrownBy(() -> files().export(unknown, InputStream::readAllBytes))
                .isInstanceOf(Failure.class);
    }

    private ContainerFiles files() {
        return engine().files();
    }

    private ContainerId create() {
        return engine().create(withLabels(plain(MadeByTest.newName(), image()), made.labels()));
    }

    private ContainerId withAFile() {
        var id = engine().create(withLabels(plain(name, image()), made.labels()));
        engine().start(id);
        engine().exec(id, ExecRequest.asRoot("touch", MADE.value()), _ -> {});
        return id;
    }

    private static List<String> names(InputStream archive) throws IOException {
        var tar = new TarArchiveInputStream(archive);
        var names = new ArrayList<String>();
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }
}
