package dev.hearth.cli.provider;

import dev.hearth.cli.os.ConsoleOsNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.os.compose.Composer;
import dev.hearth.os.compose.RecipeReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os compose}. */
@Command(
        name = "compose",
        description = "Make a base of a recipe, as a commit in an ostree repository.",
        footer = {
            "",
            "The same inputs make the same commit: the packages that the mirror has, the recipe, and the",
            "files that it names. Where they are those of the branch's newest commit, nothing is made.",
            "docs/provider.md describes the recipe.",
            "",
            "Examples:",
            "  hearth os compose base.yaml --repo /srv/base --dry-run",
            "  hearth os compose base.yaml --repo /srv/base"
        })
public final class ComposeCommand implements Runnable {
    private static final String CACHE = "compose";

    private final Workplace place;

    @Parameters(paramLabel = "RECIPE", description = "The file that says what the base is made of.")
    private Path recipe;

    @Mixin
    private RepositoryOption repository;

    @Option(names = "--dry-run", description = "List the packages that would come in, and make nothing.")
    private boolean dryRun;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where packages are kept from one time to the next; else hearth's own cache.")
    private @Nullable Path cache;

    @Mixin
    private FormatOption format;

    public ComposeCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        var read = RecipeReader.read(place.resolve(recipe));
        place.requireRoot("compose a base");
        var composer = new Composer(
                repository.repository(place.directory(), place.processes()),
                place.root(),
                cache == null ? place.cache().resolve(CACHE) : place.resolve(cache),
                place.holder());
        var view = dryRun
                ? ComposeView.of(composer.preview(read))
                : ComposeView.of(composer.compose(read, new ConsoleOsNarrator(place.narrator())));
        place.output().page(format.format(), view, ComposeView::lines);
    }
}
