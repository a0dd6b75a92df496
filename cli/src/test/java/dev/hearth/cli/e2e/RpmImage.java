package dev.hearth.cli.e2e;

import dev.hearth.os.layer.RpmSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The image of the RPM distribution that the scripts in {@code src/it} make, which takes minutes the first time. */
final class RpmImage {
    static final String NAME = "localhost/hearth-it/rpm:1";
    private static final String MADE_FROM = "it.made-from";

    private RpmImage() {}

    /** Gives an engine the image, unless it has it from the same packages. */
    static void importInto(InstalledHearth hearth) {
        var directory = RpmSystem.directory();
        try {
            var sum = Files.readString(directory.resolve("root.sum")).split(" ", -1)[0];
            var label = "{{index .Config.Labels \"" + MADE_FROM + "\"}}";
            var present = hearth.client("image", "inspect", "--format", label, NAME);
            if (!present.out().strip().equals(sum)) {
                var change = "LABEL " + MADE_FROM + "=" + sum;
                hearth.clientReading(directory.resolve("root.tar"), "import", "--change", change, "-", NAME)
                        .succeeded();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
