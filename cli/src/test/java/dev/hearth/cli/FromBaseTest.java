package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.host.PlainHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pets of the machine's own base. */
class FromBaseTest extends OsFixture {
    private static final String IMAGE = "localhost/hearth/base:42.20261101.0";

    @BeforeEach
    void deploy() throws IOException {
        base.with(OLD, "booted");
        var deployment = directory.resolve("deployments/a");
        Files.createDirectories(deployment.resolve("usr/bin"));
        Files.writeString(deployment.resolve("usr/bin/tool"), "tool");
        Files.createSymbolicLink(deployment.resolve("home"), Path.of("var/home"));
    }

    @Test
    void makesAPetOfWhatRuns() {
        golden("from-base/create", hearth.run("create", "same", "--from-base"));

        assertThat(hearth.run("show", "same").out())
                .contains("Image:        " + IMAGE)
                .containsPattern("Base: +42.20261101.0 \\(a{64}\\)");
        golden("from-base/show-json", hearth.run("show", "same", "--format=json"));
        assertThat(hearth.run("status").out()).containsPattern("same .* matches");
    }

    @Test
    void makesOneImageForAllPetsOfADeployment() {
        hearth.run("create", "first", "--from-base");
        int images = hearth.engine().imageStore().images().size();

        hearth.run("create", "second", "--from-base");

        assertThat(hearth.engine().imageStore().images()).hasSize(images);
    }

    @Test
    void showsWhatItWouldDo() {
        golden("from-base/dry-run", hearth.run("create", "--from-base", "--dry-run"));

        assertThat(hearth.engine().imageStore().find(IMAGE)).isEmpty();
    }

    @Test
    void refusesWhatContradictsIt() {
        golden("from-base/image", hearth.run("create", "--from-base", "--image=debian:12"));
        golden("from-base/sysroot", hearth.run("create", "--sysroot=disk"));
    }

    @Test
    void bringsAPetAlongWhenTheBaseMovedOn() {
        hearth.run("create", "same", "--from-base");
        base.rebootedInto(NEW);

        golden("from-base/moved-on", hearth.run("status"));
    }

    @Test
    void needsABase() {
        hearth.ports().keepNone(new PlainHost());

        golden("from-base/no-base", hearth.run("create", "--from-base"));
    }
}
