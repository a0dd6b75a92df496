package dev.hearth.cli.os;

import dev.hearth.os.health.PetCheck;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth os health add}. */
@Command(
        name = "add",
        description = "Have a boot only count as healthy when a pet starts in it.",
        footer = {
            "",
            "A pet on rootless Podman starts at boot only where its user's services do without a login: that takes",
            "`loginctl enable-linger USER`. The check is a script in /etc/hearth/check, to be changed or removed there.",
            "",
            "Examples:",
            "  hearth os health add --pet=dev",
            "  hearth os health add --pet=dev --user=alice --wanted"
        })
public final class HealthAddCommand implements Runnable {
    private final HealthActions actions;

    @Option(names = "--pet", paramLabel = "PET", required = true, description = "The pet that has to start.")
    private @Nullable PetName pet;

    @Option(names = "--user", paramLabel = "USER", description = "Whose pet it is, unless sudo tells who asks.")
    private @Nullable String user;

    @Option(names = "--wanted", description = "Only tell when it does not start.")
    private boolean wanted;

    @Mixin
    private ChangeOptions options;

    public HealthAddCommand(HealthActions actions) {
        this.actions = actions;
    }

    @Override
    public void run() {
        var owner = user == null ? actions.requester().request(null).user() : user;
        if (!PetCheck.isUser(owner)) {
            throw new NoSuchUserName(owner);
        }
        var health = actions.health();
        var check = new PetCheck(String.valueOf(pet), owner);
        var placing = check.placing(health.root(), !wanted, health.system().launcher());
        if (actions.perform(List.of(placing), options)) {
            actions.confirm("A boot is healthy only when the pet '" + pet + "' of " + owner + " starts");
        }
    }
}
