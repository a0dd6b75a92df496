package dev.hearth.cli.images;

import dev.hearth.cli.output.Details;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.images.ImageName;
import dev.hearth.images.LocalImage;
import dev.hearth.images.supply.ImageDetails;
import dev.hearth.images.supply.Images;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth image show}. */
@Command(
        name = "show",
        description = "Show all about an image, and how far it is trusted and why.",
        footer = {"", "Examples:", "  hearth image show localhost/hearth/debian:12"})
public final class ImageShowCommand implements Runnable {
    private static final Details<View> DETAILS = new Details<View>()
            .withEach("Names", View::names)
            .with("Id", View::id)
            .withEach("Digests", View::digests)
            .with("Size", view -> Sizes.text(view.size()))
            .withTime("Created", View::created)
            .with("Architecture", View::architecture)
            .with("Trust", view -> view.trust() + ": " + view.trustReason())
            .withEach(
                    "Labels",
                    view -> view.labels().entrySet().stream()
                            .map(Object::toString)
                            .toList());

    private final Supplier<Images> images;
    private final Output output;

    @Parameters(paramLabel = "IMAGE", description = "A name or id of an image that is here.")
    private ImageName image;

    @Mixin
    private FormatOption format;

    public ImageShowCommand(Supplier<Images> images, Output output) {
        this.images = images;
        this.output = output;
    }

    /**
     * All about one image; the components are the JSON contract.
     *
     * @param names all it has
     * @param id the engine's own
     * @param digests by which registries know it
     * @param size bytes
     * @param created when it was made
     * @param architecture of its programs, such as amd64
     * @param trust made-here, accepted, signed, rejected or unknown
     * @param trustReason why, for people to read
     * @param labels by name
     */
    record View(
            List<String> names,
            String id,
            List<String> digests,
            long size,
            Instant created,
            String architecture,
            String trust,
            String trustReason,
            Map<String, String> labels) {}

    @Override
    public void run() {
        output.show(format.format(), "image", view(images.get().show(image.text())), DETAILS);
    }

    private static View view(ImageDetails details) {
        var image = details.image();
        var trust = details.trust();
        return new View(
                image.names(),
                image.id(),
                image.digests(),
                image.size(),
                image.created(),
                architecture(image),
                trust.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                trust.why(),
                new TreeMap<>(image.labels()));
    }

    private static String architecture(LocalImage image) {
        var platform = image.platform();
        return platform == null ? "" : platform.architecture();
    }
}
