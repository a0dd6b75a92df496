package dev.hearth.cli.images;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.output.Table;
import dev.hearth.images.LocalImage;
import dev.hearth.images.supply.AvailableImage;
import dev.hearth.images.supply.Images;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth image list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "List the images that are here and those that can be had.",
        footer = {"", "Examples:", "  hearth image list", "  hearth image list --format=json"})
public final class ImageListCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("IMAGE", Row::image),
            Column.<Row>of("STATE", row -> row.here() ? "here" : row.isDefault() ? "default" : "available")
                    .styled((colors, row, text) -> row.here() ? colors.green(text) : text),
            Column.of("SIZE", row -> row.size() == null ? null : Sizes.text(row.size())),
            Column.time("CREATED", Row::created),
            Column.of("DISTRIBUTION", Row::distribution)));

    private final Supplier<Images> images;
    private final Output output;

    @Mixin
    private FormatOption format;

    public ImageListCommand(Supplier<Images> images, Output output) {
        this.images = images;
        this.output = output;
    }

    /**
     * One image; the components are the JSON contract.
     *
     * @param image its name
     * @param here whether the engine has it
     * @param isDefault whether pets are made from it when nothing else is asked for; told of images that are not here
     * @param id the engine's own; null when it is not here
     * @param size bytes; null when it is not here
     * @param created when it was made; null when it is not here
     * @param distribution with its release, as the catalogue has it; null when it is here
     */
    record Row(
            String image,
            boolean here,
            boolean isDefault,
            @Nullable String id,
            @Nullable Long size,
            @Nullable Instant created,
            @Nullable String distribution) {}

    @Override
    public void run() {
        var here = images.get().local().stream()
                .map(image -> row(image, images.get().distribution(image).orElse(null)));
        var elsewhere = images.get().available().stream()
                .filter(image -> !image.isHere())
                .map(ImageListCommand::row);
        output.list(format.format(), "images", Stream.concat(here, elsewhere).toList(), TABLE);
    }

    private static Row row(LocalImage image, @Nullable String distribution) {
        return new Row(image.displayName(), true, false, image.id(), image.size(), image.created(), distribution);
    }

    private static Row row(AvailableImage image) {
        var choice = image.choice();
        return new Row(
                choice.registryReference().toString(), false, image.isDefault(), null, null, null, choice.toString());
    }
}
