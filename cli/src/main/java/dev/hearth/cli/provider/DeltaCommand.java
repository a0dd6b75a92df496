package dev.hearth.cli.provider;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth os delta}. */
@Command(
        name = "delta",
        description = "Make what machines fetch at once instead of many files.",
        footer = {
            "",
            "The commit has to be signed before. `hearth os publish` takes the delta along.",
            "",
            "Examples:",
            "  hearth os delta example/12/base --repo /srv/base",
            "  hearth os delta example/12/base --repo /srv/base --from 4f2a81c09d"
        })
public final class DeltaCommand implements Runnable {
    private final Workplace place;

    @Parameters(paramLabel = "REF", description = "Where it leads: a branch, or a checksum.")
    private String ref;

    @Mixin
    private RepositoryOption repository;

    @Option(names = "--from", paramLabel = "REF", description = "What machines have; else the commit before.")
    private @Nullable String from;

    @Option(names = "--from-nothing", description = "For machines that have nothing of it; this takes minutes.")
    private boolean whole;

    public DeltaCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public void run() {
        if (from != null && whole) {
            throw new ConflictingOrigins();
        }
        var delta = place.provider(repository).delta(ref, from, whole);
        place.narrator()
                .confirm("Made the delta from %s to %s"
                        .formatted(delta.from() == null ? "nothing" : delta.from(), delta.to()));
    }
}
