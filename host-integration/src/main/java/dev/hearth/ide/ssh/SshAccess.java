package dev.hearth.ide.ssh;

import dev.hearth.core.host.Account;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.exports.HearthCall;
import dev.hearth.guest.GuestFiles;
import dev.hearth.ide.Step;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lets the user into pets by SSH: keys on both sides, a server in the pet, an entry in the configuration. */
public final class SshAccess {
    private static final String HOST_KEY = "host-key ";

    private final SshHosts hosts;
    private final Supplier<Pets> pets;
    private final Processes processes;
    private final Account account;

    public SshAccess(SshHosts hosts, Supplier<Pets> pets, Processes processes, Account account) {
        this.hosts = hosts;
        this.pets = pets;
        this.processes = processes;
        this.account = account;
    }

    /** {@return the configuration's side of it} */
    public SshHosts hosts() {
        return hosts;
    }

    /** {@return all that lets the user in} */
    public List<Step> setUp(PetName pet, HearthCall call, Narrator narrator) {
        var steps = new ArrayList<Step>();
        if (!hasKey()) {
            steps.add(new Step("Make the key '" + hosts.key() + "'", false, this::makeKey));
        }
        steps.add(new Step(
                "Have '%s' let that key in, and install an SSH server there if it has none".formatted(pet),
                true,
                () -> letIn(pet, narrator)));
        steps.addAll(hosts.setUp(pet, call));
        return steps;
    }

    private void letIn(PetName pet, Narrator narrator) {
        var said = new ArrayList<String>();
        var words = List.of(
                GuestFiles.SSH_ACCESS.value(), publicKey(), Long.toString(account.uid()), Long.toString(account.gid()));
        narrator.settingUp(pet, "Letting you in by SSH");
        int status = pets.get().inside().administer(pet, words, said::add, narrator);
        var key = said.stream().filter(line -> line.startsWith(HOST_KEY)).findFirst();
        if (status != 0 || key.isEmpty()) {
            throw new NoSshServer(pet, said.isEmpty() ? "it said nothing" : said.getLast());
        }
        hosts.trust(pet, key.get().substring(HOST_KEY.length()));
    }

    private boolean hasKey() {
        return Files.exists(hosts.key()) && Files.exists(publicFile());
    }

    private void makeKey() {
        hosts.prepare();
        try {
            // One that was cut off in the making has no second half.
            Files.deleteIfExists(hosts.key());
            Files.deleteIfExists(publicFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "hearth", "-f");
        var _ = processes.run(command.with(hosts.key().toString())).orThrow();
    }

    private String publicKey() {
        try {
            return Files.readString(publicFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path publicFile() {
        return hosts.key().resolveSibling("key.pub");
    }
}
