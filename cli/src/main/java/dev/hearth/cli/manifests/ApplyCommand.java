package dev.hearth.cli.manifests;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.cli.projects.Trust;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.manifests.LockFile;
import dev.hearth.manifests.ManifestFiles;
import dev.hearth.manifests.Manifests;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth apply}. */
@Command(
        name = "apply",
        description = "Make pets what a file declares them to be.",
        footer = {
            "",
            "Pets that are not there are made, others changed where they differ, each as a whole or",
            "not at all; what a pet was is saved first. What the file leaves out comes from the",
            "configuration, as with `create`. A second time there is nothing left to do. The file has",
            "to be allowed (`hearth trust`). One that ends in .ini is read as distrobox-assemble's.",
            "",
            "Examples:",
            "  hearth apply --dry-run",
            "  hearth apply ~/src/web/hearth.yaml --prune",
            "  hearth apply distrobox.ini"
        })
public final class ApplyCommand implements Callable<Integer> {
    private final Supplier<Manifests> manifests;
    private final ManifestFiles files;
    private final Trust trust;
    private final Each each;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final Consent consent;
    private final Output output;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file; else the hearth.yaml here or above.")
    private @Nullable Path file;

    @Option(names = "--prune", description = "Remove pets that the file made and no longer names.")
    private boolean prune;

    @Option(names = "--locked", description = "Make new pets of what the lock file beside the file says.")
    private boolean locked;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private GraceOption grace;

    @Mixin
    private FormatOption format;

    public ApplyCommand(
            Supplier<Manifests> manifests,
            ManifestFiles files,
            Trust trust,
            Each each,
            ConsoleNarrator narrator,
            Prompt prompt,
            Consent consent,
            Output output) {
        this.manifests = manifests;
        this.files = files;
        this.trust = trust;
        this.each = each;
        this.narrator = narrator;
        this.prompt = prompt;
        this.consent = consent;
        this.output = output;
    }

    @Override
    public Integer call() {
        var found = files.read(file);
        var manifest = files.manifest(found);
        trust.require(found, () -> files.meaning(found));
        var plan = manifests.get().plan(manifest, prune, locked ? LockFile.read(found.path()) : null);
        var view = ApplyView.of(plan);
        if (dryRun) {
            output.page(format.format(), view, ApplyView::lines);
            return ExitStatus.OK;
        }
        int status = ExitStatus.OK;
        if (plan.isEmpty()) {
            tell(view);
            narrator.confirm("All pets are as '%s' declares them".formatted(found.path()));
        } else {
            consent.to(view.lines(new Page(Colors.PLAIN, 0)), "Make it so?");
            status = each.run(plan.pets(), pet -> manifests.get().carryOut(pet, grace.grace(), narrator, prompt));
        }
        if (format.format() == Format.JSON) {
            output.page(Format.JSON, view, ApplyView::lines);
        }
        return status;
    }

    /** What differs and stays so should not go unsaid because nothing is done. */
    private void tell(ApplyView view) {
        view.plans()
                .forEach(plan -> plan.notes().forEach(note -> narrator.warning("%s: %s".formatted(plan.pet(), note))));
        view.forgotten()
                .forEach(pet -> narrator.warning("'%s' is not declared any more; `--prune` removes it".formatted(pet)));
        view.unheeded().forEach(narrator::warning);
    }
}
