package dev.hearth.os.gpg;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of GnuPG with which a provider signs.
 *
 * @param fingerprint in capitals, of the primary key
 * @param home of GnuPG; absent for the user's own
 */
public record ProviderKey(String fingerprint, @Nullable Path home, Processes processes) {

    /**
     * Finds a key.
     *
     * @param name its id, fingerprint or address
     * @throws KeyMissing when there is none of which the secret part is here
     */
    public static ProviderKey find(String name, @Nullable Path home, Processes processes) {
        if (processes.locate("gpg").isEmpty()) {
            throw new GpgMissing();
        }
        var listed = processes.run(gpg(home).with("--with-colons", "--list-secret-keys", "--", name));
        var fingerprint = listed.out()
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .filter(_ -> listed.succeeded())
                .orElseThrow(() -> new KeyMissing(name));
        return new ProviderKey(fingerprint, home, processes);
    }

    /** Writes a file beside another that shows who wrote it: of the same name with {@code .sig} at its end. */
    public void sign(Path file) {
        processes
                .run(gpg(home)
                        .with("--yes", "--local-user", fingerprint)
                        .with("--output", signature(file).toString(), "--detach-sign", "--", file.toString()))
                .orThrow();
    }

    /** {@return what there is to say of the signature beside a file; empty when there is none that could be one} */
    public Optional<Signature> check(Path file) {
        var command = gpg(home)
                .with("--status-fd", "1", "--verify", "--", signature(file).toString(), file.toString());
        return Gpgv.parse(processes.run(command).out());
    }

    /** {@return whether a file is signed with this very key} */
    public boolean signed(Path file) {
        return check(file)
                .filter(found -> found.verdict() == Signature.Verdict.VALID)
                .filter(found -> found.fingerprint().equals(fingerprint))
                .isPresent();
    }

    /** {@return where the signature of a file is} */
    public static Path signature(Path file) {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    /** Writes the public part, for those who are to trust it. */
    public void export(Path file) {
        processes
                .run(gpg(home).with("--yes", "--armor", "--output", file.toString(), "--export", "--", fingerprint))
                .orThrow();
    }

    /** {@return the options by which ostree signs with it} */
    public List<String> ostreeOptions() {
        return home == null
                ? List.of("--gpg-sign=" + fingerprint)
                : List.of("--gpg-sign=" + fingerprint, "--gpg-homedir=" + home);
    }

    private static Command gpg(@Nullable Path home) {
        var command = Command.of("gpg", "--batch", "--quiet").withEnvironment("LC_ALL", "C.UTF-8");
        return home == null ? command : command.with("--homedir", home.toString());
    }
}
