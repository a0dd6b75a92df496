package dev.hearth.os.ostree;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A key that lasts as long as a test. */
final class SigningKey implements AutoCloseable {
    private final Path home;
    private final Processes processes;
    private final String fingerprint;

    private SigningKey(Path home, Processes processes, String fingerprint) {
        this.home = home;
        this.processes = processes;
        this.fingerprint = fingerprint;
    }

    static SigningKey make(Path parent, Processes processes) throws IOException {
        // Short: the agent's socket lies in it.
        var home = Files.createTempDirectory(parent, "key");
        var key = new SigningKey(home, processes, "");
        key.gpg("--passphrase", "", "--quick-generate-key", "it-hearth", "ed25519", "sign", "never");
        var fingerprint = key.gpg("--with-colons", "--list-keys")
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
        return new SigningKey(home, processes, fingerprint);
    }

    String fingerprint() {
        return fingerprint;
    }

    /** {@return a file with the public part} */
    Path published() {
        var file = home.resolve("key.asc");
        gpg("--yes", "--armor", "--output", file.toString(), "--export");
        return file;
    }

    void sign(Path repository, String commit) {
        run(List.of("ostree", "gpg-sign", "--repo=" + repository, "--gpg-homedir=" + home, commit, fingerprint));
    }

    @Override
    public void close() {
        run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
    }

    private String gpg(String... words) {
        return processes
                .run(Command.of("gpg", "--batch", "--quiet", "--homedir", home.toString())
                        .with(words))
                .orThrow()
                .out();
    }

    private void run(List<String> argv) {
        processes.run(Command.of(argv)).orThrow();
    }
}
