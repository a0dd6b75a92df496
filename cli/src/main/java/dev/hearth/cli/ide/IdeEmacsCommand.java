package dev.hearth.cli.ide;

import dev.hearth.exports.HearthCall;
import dev.hearth.ide.emacs.Emacs;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth ide emacs}. */
@Command(
        name = "emacs",
        description = "Make /hearth:PET:/path a file in a pet, in Emacs.",
        footer = {
            "",
            "Emacs gets a method of TRAMP for all pets: what is opened, compiled and run at such a path is in",
            "the pet. For Emacs 28 and later.",
            "",
            "Examples:",
            "  hearth ide emacs",
            "  emacs /hearth:dev:/etc/apt/sources.list",
            "  hearth ide emacs --remove --dry-run"
        })
public final class IdeEmacsCommand implements Runnable {
    private final Supplier<Emacs> emacs;
    private final Supplier<HearthCall> call;
    private final IdePlans plans;

    @Mixin
    private IdeOptions options;

    /**
     * Makes the command.
     *
     * @param call how Emacs is to call hearth
     */
    public IdeEmacsCommand(Supplier<Emacs> emacs, Supplier<HearthCall> call, IdePlans plans) {
        this.emacs = emacs;
        this.call = call;
        this.plans = plans;
    }

    @Override
    public void run() {
        var known = emacs.get();
        var steps = options.remove() ? known.remove() : known.setUp(call.get());
        plans.run(Emacs.NAME, options, null, steps, options.remove() ? "emacs knows no pets" : known.use());
    }
}
