package dev.hearth.ide.ssh;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.host.Account;
import dev.hearth.exports.HearthCall;
import dev.hearth.guest.GuestFiles;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Marked;
import dev.hearth.ide.ShellWords;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.ide.UserFile;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Pets in the user's configuration of OpenSSH: {@code ssh PET.hearth}. */
public final class SshHosts implements Tool {
    /** All pets have this name in their own files of known hosts, so that a pet can be renamed. */
    private static final String ALIAS = "hearth-pet";

    private final PrivateDirectory directory;
    private final Account account;
    private final FileTool files;

    /**
     * Writes for a user.
     *
     * @param state where hearth keeps what is the user's
     */
    public SshHosts(PrivateDirectory state, Account account) {
        this.directory = state.directory("ssh");
        this.account = account;
        this.files = new FileTool(
                "ssh",
                directory.path().resolve("pets"),
                "",
                ".conf",
                "#",
                this::host,
                new FileTool.Inclusion(
                        new UserFile(account.home().resolve(".ssh/config")),
                        "Include \"%s/pets/*.conf\"".formatted(directory.path())),
                pet -> "`ssh " + pet + ".hearth` opens a shell in it");
    }

    /** {@return the private key by which pets let the user in} */
    Path key() {
        return directory.file("key");
    }

    /** Notes the key by which a pet is known. */
    void trust(PetName pet, String hostKey) {
        prepare();
        PrivateFiles.write(knownHosts(pet), ALIAS + " " + hostKey + "\n");
    }

    /** Makes the directories, which are the user's alone. */
    void prepare() {
        var _ = directory.prepared();
        var _ = directory.directory("pets").prepared();
    }

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        return files.setUp(pet, call);
    }

    @Override
    public List<Step> remove(PetName pet) {
        return withKey(files.remove(pet), pet);
    }

    @Override
    public List<Step> forget(PetName pet) {
        return withKey(files.forget(pet), pet);
    }

    @Override
    public List<Step> rename(PetName from, PetName to, HearthCall call) {
        var steps = new ArrayList<>(files.rename(from, to, call));
        steps.add(new Step("Keep the key of '" + to + "'", false, () -> move(knownHosts(from), knownHosts(to))));
        return steps;
    }

    @Override
    public List<Marked> known() {
        return files.known();
    }

    @Override
    public String use(PetName pet) {
        return files.use(pet);
    }

    /** What comes first counts, so nothing of the user's for all hosts sends an agent or another key there. */
    private String host(PetName pet, HearthCall call) {
        var words = new ArrayList<>(call.fromSession());
        words.addAll(HearthCall.inPet(pet));
        words.add(GuestFiles.SSH_SERVER.value());
        return """
                # `hearth ide ssh %1$s --remove` takes it back.
                Host %1$s.hearth
                    User %2$s
                    ProxyCommand %3$s
                    ProxyUseFdpass no
                    IdentityFile "%4$s"
                    IdentitiesOnly yes
                    PreferredAuthentications publickey
                    ForwardAgent no
                    ForwardX11 no
                    HostKeyAlias %5$s
                    UserKnownHostsFile "%6$s"
                    StrictHostKeyChecking yes
                    UpdateHostKeys no
                    CheckHostIP no
                """.formatted(
                        pet,
                        account.name(),
                        escaped(ShellWords.line(words)),
                        escaped(key().toString()),
                        ALIAS,
                        escaped(knownHosts(pet).toString()));
    }

    private List<Step> withKey(List<Step> others, PetName pet) {
        var steps = new ArrayList<>(others);
        var known = knownHosts(pet);
        if (Files.exists(known)) {
            steps.add(new Step("Forget the key of '" + pet + "'", false, () -> delete(known)));
        }
        return steps;
    }

    /** OpenSSH replaces what begins with a percent sign. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private Path knownHosts(PetName pet) {
        return directory.path().resolve("pets/" + pet + ".known_hosts");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
