package dev.hearth.cli.ide;

import dev.hearth.cli.pets.PetSelection;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.ssh.SshAccess;
import dev.hearth.pets.Narrator;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hearth ide ssh}. */
@Command(
        name = "ssh",
        description = "Make `ssh PET.hearth` work, with sftp, rsync and forwarding.",
        footer = {
            "",
            "Nothing listens: each connection runs a server in the pet, by way of hearth. What the pet lacks",
            "for it is installed. Your agent goes along only where you say so, as with `ssh -A`.",
            "",
            "Examples:",
            "  hearth ide ssh dev",
            "  ssh dev.hearth make -C src",
            "  hearth ide ssh dev --remove --dry-run"
        })
public final class IdeSshCommand implements Runnable {
    private final Supplier<SshAccess> access;
    private final Supplier<HearthCall> call;
    private final PetSelection selection;
    private final Narrator narrator;
    private final IdePlans plans;

    @Mixin
    private IdePet pet;

    @Mixin
    private IdeOptions options;

    /**
     * Makes the command.
     *
     * @param call how SSH is to call hearth
     */
    public IdeSshCommand(
            Supplier<SshAccess> access,
            Supplier<HearthCall> call,
            PetSelection selection,
            Narrator narrator,
            IdePlans plans) {
        this.access = access;
        this.call = call;
        this.selection = selection;
        this.narrator = narrator;
        this.plans = plans;
    }

    @Override
    public void run() {
        var ssh = access.get();
        var name = pet.meant(options, selection);
        plans.run(ssh.hosts(), options, name, known -> ssh.setUp(known, call.get(), narrator));
    }
}
