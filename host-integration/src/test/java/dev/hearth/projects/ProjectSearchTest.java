package dev.hearth.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectSearchTest {
    private static final String NAME = "hearth.yaml";
    private static final int NOBODY = 65_534;

    @TempDir
    Path temporary;

    private Path home;
    private Path project;
    private ProjectSearch search;

    @BeforeEach
    void makeAProject() throws IOException {
        home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        project = Files.createDirectories(home.resolve("src/web"));
        search = new ProjectSearch(home, uid(home));
    }

    @Test
    void findsTheNearestFile() throws IOException {
        var above = Files.createFile(home.resolve("src").resolve(NAME));
        assertThat(search.find(project, NAME)).hasValue(above);

        var here = Files.createFile(project.resolve(NAME));
        assertThat(search.find(project, NAME)).hasValue(here);
    }

    @Test
    void looksInTheHomeAndNotAboveIt() throws IOException {
        Files.createFile(temporary.resolve(NAME));
        assertThat(search.find(project, NAME)).isEmpty();

        var own = Files.createFile(home.resolve(NAME));
        assertThat(search.find(project, NAME)).hasValue(own);
    }

    @Test
    void followsNoLinkToAFile() throws IOException {
        var elsewhere = Files.createFile(temporary.resolve("other"));
        Files.createSymbolicLink(project.resolve(NAME), elsewhere);

        assertThat(search.find(project, NAME)).isEmpty();
    }

    @Test
    void goesUpFromWhereADirectoryReallyIs() throws IOException {
        var file = Files.createFile(project.resolve(NAME));
        var link = Files.createSymbolicLink(temporary.resolve("link"), project);

        assertThat(search.find(link, NAME)).hasValue(file);
    }

    @Test
    void passesOverDirectories() throws IOException {
        Files.createDirectory(project.resolve(NAME));

        assertThat(search.find(project, NAME)).isEmpty();
    }

    @Test
    void stopsWhereTheOwnerChanges() throws IOException {
        assumeThat(uid(home)).isZero();
        Files.createFile(home.resolve(NAME));
        Files.setAttribute(home.resolve("src"), "unix:uid", NOBODY);

        assertThat(search.find(project, NAME)).isEmpty();
    }

    @Test
    void heedsNoFileOfSomebodyElse() throws IOException {
        assumeThat(uid(home)).isZero();
        var file = Files.createFile(project.resolve(NAME));
        Files.setAttribute(file, "unix:uid", NOBODY);

        assertThat(search.find(project, NAME)).isEmpty();
        assertThat(new ProjectSearch(home, NOBODY).find(project, NAME)).hasValue(file);
    }

    @Test
    void stopsWhereAnotherFileSystemBegins() {
        assumeThat(Path.of("/proc/self")).exists();

        assertThat(search.find(Path.of("/proc/sys"), "etc")).isEmpty();
    }

    private static long uid(Path path) throws IOException {
        return Integer.toUnsignedLong((Integer) Files.getAttribute(path, "unix:uid"));
    }
}
