package dev.hearth.cli.packages;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.cli.pets.PetBase;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.frombase.BaseTree;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.pets.PackageScreen;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Rebase;
import dev.hearth.pets.RebasePlan;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth rebase}. */
@Command(
        name = "rebase",
        description = "Make a pet anew of another image or release, with what was asked for in it.",
        footer = {
            "",
            "The packages that were asked for are installed there; which of them there are is found out",
            "first, while the pet goes on. What else was changed in the pet stays behind, but for what is",
            "carried. Name, exports, home, volumes, ports and generations stay. What the pet was is saved:",
            "`hearth rollback` returns to it.",
            "",
            "Examples:",
            "  hearth rebase dev --release=13 --dry-run",
            "  hearth rebase dev --distro=fedora --skip-missing",
            "  hearth rebase dev --image=registry.example.org/dev:2 --carry=/etc/apt/sources.list.d --carry=/opt/tool",
            "  hearth rebase toolbox --from-base"
        })
public final class RebaseCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final PetBase base;
    private final Supplier<Catalogue> catalogue;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final Consent consent;
    private final BooleanSupplier asks;
    private final Output output;

    @Parameters(paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Mixin
    private RebaseOptions rebase;

    @Option(names = "--skip-missing", description = "Go on without packages that are not there.")
    private boolean skipMissing;

    @Option(names = "--dry-run", description = "Show what would be done and what is missing, and change nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show what the package manager says.")
    private boolean quiet;

    @Mixin
    private GraceOption grace;

    @Mixin
    private FormatOption format;

    /**
     * Makes pets anew.
     *
     * @param asks whether the user is there to be asked, and did not agree to everything beforehand
     */
    public RebaseCommand(
            Supplier<Pets> pets,
            PetBase base,
            Supplier<Catalogue> catalogue,
            ConsoleNarrator narrator,
            Prompt prompt,
            Consent consent,
            BooleanSupplier asks,
            Output output) {
        this.pets = pets;
        this.base = base;
        this.catalogue = catalogue;
        this.narrator = narrator;
        this.prompt = prompt;
        this.consent = consent;
        this.asks = asks;
        this.output = output;
    }

    @Override
    public void run() {
        rebase.require();
        var tree = rebase.fromBase() ? base.tree(rebase.sysroot()) : null;
        var wanted = rebase.of(pets.get().get(pet), tree, catalogue);
        if (!dryRun) {
            obtain(wanted, tree);
        }
        var rebases = pets.get().rebases();
        var plan = rebases.plan(pet, wanted, narrator);
        var view = RebaseView.of(plan);
        if (dryRun) {
            output.page(format.format(), view, RebaseView::lines);
            return;
        }
        agree(plan, view);
        var screen = quiet ? PackageScreen.NONE : PackageScreen.LINES;
        rebases.carryOut(plan, screen, grace.grace(), narrator);
        narrator.confirm("The pet '%s' is of %s; `hearth rollback %s` returns to what it was"
                .formatted(pet, plan.spec().image(), pet));
        if (format.format() == Format.JSON) {
            output.page(Format.JSON, view, RebaseView::lines);
        }
    }

    private void obtain(Rebase wanted, @Nullable BaseTree tree) {
        if (tree != null) {
            base.images().ensure(tree, narrator);
        }
        pets.get().rebases().obtain(pet, wanted, narrator, prompt);
    }

    private void agree(RebasePlan plan, RebaseView view) {
        if (!skipMissing && !asks.getAsBoolean()) {
            plan.requireAll();
        }
        var missing = plan.missing();
        var without = missing == null || missing.isEmpty() ? List.<String>of() : missing;
        consent.to(
                view.lines(new Page(Colors.PLAIN, 0)),
                without.isEmpty()
                        ? "Make the pet '%s' anew?".formatted(pet)
                        : "Make the pet '%s' anew without %s?".formatted(pet, String.join(", ", without)));
    }
}
