package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchFileTest {
    private static final String CHECKSUM = "c".repeat(64);

    @TempDir
    private Path repository;

    @Test
    void namesTheNewestCommitOfARemotesBranch() throws IOException {
        write("refs/remotes/up/debian/12/base", CHECKSUM + "\n");

        assertThat(BranchFile.read(repository, Source.Branch.parse("up:debian/12/base")))
                .contains(CHECKSUM);
        assertThat(BranchFile.read(repository, Source.Branch.parse("debian/12/base")))
                .isEmpty();
    }

    @Test
    void namesTheNewestCommitOfTheRepositorysOwnBranch() throws IOException {
        write("refs/heads/debian/12/base", CHECKSUM + "\n");

        assertThat(BranchFile.read(repository, Source.Branch.parse("debian/12/base")))
                .contains(CHECKSUM);
    }

    @Test
    void namesNothingWhereABranchIsOnlyPartOfAnothersName() throws IOException {
        write("refs/heads/debian/12/base", CHECKSUM + "\n");

        assertThat(BranchFile.read(repository, Source.Branch.parse("debian/12")))
                .isEmpty();
    }

    @Test
    void namesNothingWhenItIsCutOff() throws IOException {
        write("refs/heads/base", CHECKSUM.substring(1));

        assertThat(BranchFile.read(repository, Source.Branch.parse("base"))).isEmpty();
    }

    private void write(String path, String text) throws IOException {
        var file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
