package dev.hearth.cli.pets;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.pets.CreateRequest;
import java.util.function.Supplier;

/** The pet that is made where one is needed and none is there. */
public record NewPet(Supplier<Settings> settings, Environment callers) {

    /** {@return what it is to be: all that is not configured matches this host} */
    public CreateRequest request() {
        return new CreateOptions().request(null, settings.get(), callers);
    }
}
