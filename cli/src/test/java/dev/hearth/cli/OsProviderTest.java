package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsProviderTest {
    @TempDir
    private Path directory;

    @Test
    void playsABadReleaseThrough() {
        var hearth = new HearthFixture(directory);

        verify("rollout", hearth.run("os", "rollout", "--machines=5000", "--over=0,2d", "--reported=50"));
        verify(
                "rollout-json",
                hearth.run("os", "rollout", "--machines=5000", "--over=2d", "--reports=5000", "--format=json"));
        verify("rollout-wrong", hearth.run("os", "rollout", "--breaks=101"));
        verify("rollout-time", hearth.run("os", "rollout", "--over=soon"));
    }

    @Test
    void saysWhereARecipeIsWrongBeforeItAsksForRoot() throws IOException {
        var hearth = new HearthFixture(directory);
        var recipe = Files.writeString(directory.resolve("work/base.yaml"), """
                ref: example/base
                base: {distribution: debian, release: bookworm}
                version: 1
                package: [htop]
                """);

        var wrong = hearth.run("os", "compose", "base.yaml", "--repo=repo");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("base.yaml:4:1: The key 'package' is unknown", "Did you mean 'packages'?");

        Files.writeString(recipe, Files.readString(recipe).replace("package:", "packages:"));
        var denied = hearth.as(1000).run("os", "compose", "base.yaml", "--repo=repo");
        assertThat(denied.status()).isEqualTo(6);
        assertThat(denied.err()).contains("Only root can compose a base");
    }

    @Test
    void needsARepository() {
        var hearth = new HearthFixture(directory);

        for (var command : new String[] {"sign", "delta"}) {
            var words = command.equals("sign")
                    ? new String[] {"os", command, "example/base", "--repo=none", "--key=k"}
                    : new String[] {"os", command, "example/base", "--repo=none"};
            var outcome = hearth.run(words);
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err()).contains("is no ostree repository");
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        var hearth = new HearthFixture(directory);

        assertThat(hearth.run("os", "delta", "x", "--repo=r", "--from=y", "--from-nothing")
                        .err())
                .contains("exclude each other");
        assertThat(hearth.run("os", "serve", "site", "--port=70000").err()).contains("70000 is no port");
        assertThat(hearth.run("os", "publish", "site", "--valid=1h", "--repo=r", "--key=k")
                        .err())
                .contains("What is valid for 1h expires before all machines have looked for it");
        assertThat(hearth.run("os", "release", "x", "Not a channel", "--repo=r", "--key=k")
                        .err())
                .contains("is no name of a channel");
    }

    private static void verify(String name, HearthFixture.Outcome outcome) {
        Golden.verify("os-provider/" + name + ".txt", outcome.text());
    }
}
