package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.EngineKind;
import java.nio.file.Path;

/** The user's home cannot be read through by a pet that writes elsewhere. */
public final class HomeNotOverlaid extends Failure.Unavailable {
    private HomeNotOverlaid(String message, String hint) {
        super(message, hint);
    }

    static HomeNotOverlaid badPath(Path home) {
        return new HomeNotOverlaid(
                "The home '" + home + "' cannot be laid under a pet, since its path has a comma, colon or backslash",
                "Use `--home=none`, or `--home=DIR` with a copy of what the pet is to see.");
    }

    static HomeNotOverlaid refused(EngineKind engine, String reason) {
        return new HomeNotOverlaid(
                engine.title() + " cannot lay a pet's writes over your home on this machine: " + reason,
                "It takes a Linux of version 5.12 and file systems that overlays work on; `--home=none` takes neither.");
    }
}
