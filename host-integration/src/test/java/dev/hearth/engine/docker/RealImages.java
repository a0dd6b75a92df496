package dev.hearth.engine.docker;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.MadeByTest;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The images of a real engine, and containers that use them for as long as a test runs. */
final class RealImages {
    private final ItEngine engine;
    private final MadeByTest made = new MadeByTest();

    RealImages(ItEngine engine) {
        this.engine = engine;
    }

    ImageStore store() {
        var credentials = new Credentials(new Environment(Map.of()), Path.of("/nonexistent"), new ScriptedProcesses());
        return new DockerImages(engine.api(), engine.dockerJava(), credentials);
    }

    void use(LocalImage image) {
        var request = ContainerRequests.plain(MadeByTest.newName(), image.id());
        engine.engine().create(ContainerRequests.withLabels(request, made.labels()));
    }

    void release() {
        for (var container : engine.engine().withLabel(made.label())) {
            engine.engine().remove(container.id());
        }
    }

    static void writeRootfs(Path tar, String text) {
        try {
            Files.write(tar, Archive.of(List.of(new PackedFile("etc/it", 0644, text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
