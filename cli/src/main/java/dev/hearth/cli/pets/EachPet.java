package dev.hearth.cli.pets;

import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.core.failure.Failure;
import dev.hearth.pets.PetName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/** Does the same to several pets: a failure with one is told and does not keep it from the others. */
public final class EachPet {
    private final Errors errors;

    public EachPet(Errors errors) {
        this.errors = errors;
    }

    /** {@return the exit status: that of the first failure, or success} */
    int run(List<PetName> names, Consumer<PetName> action) {
        int status = ExitStatus.OK;
        for (var name : new LinkedHashSet<>(names)) {
            try {
                action.accept(name);
            } catch (Failure.Cancelled e) {
                throw e;
            } catch (Failure e) {
                int own = errors.report(e);
                status = status == ExitStatus.OK ? own : status;
            }
        }
        return status;
    }
}
