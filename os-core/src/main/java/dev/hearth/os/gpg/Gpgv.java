package dev.hearth.os.gpg;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code gpgv} program: checks a signature by the keys in given files, and by no other. */
public final class Gpgv {
    private static final Pattern STATUS = Pattern.compile("\\[GNUPG:] (?<word>[A-Z_]+)(?: (?<rest>.*))?");
    private static final String NO_PUBLIC_KEY = "9";

    private final Processes processes;

    public Gpgv(Processes processes) {
        this.processes = processes;
    }

    /** {@return whether it is here} */
    public boolean isInstalled() {
        return processes.locate("gpgv").isPresent();
    }

    /** {@return what is to be said of a signature on a file; empty when it is none} */
    public Optional<Signature> check(byte[] signature, Path signed, List<Path> keyRings) {
        try {
            var scratch = Files.createTempDirectory("hearth-gpgv-");
            try {
                var file = Files.write(scratch.resolve("signature"), signature);
                // Its home is empty, so that it trusts nothing that was not given.
                var command = Command.of("gpgv", "--homedir", scratch.toString(), "--status-fd", "1")
                        .with(keyRings.stream()
                                .flatMap(ring -> List.of("--keyring", ring.toString()).stream())
                                .toList())
                        .with("--", file.toString(), signed.toString())
                        .withEnvironment("LC_ALL", "C.UTF-8");
                return parse(processes.run(command).out());
            } finally {
                DirectoryTree.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the status lines; what they say later does not take back what they said before. */
    static Optional<Signature> parse(String printed) {
        Signature found = null;
        for (var line : printed.lines().toList()) {
            var status = STATUS.matcher(line);
            if (!status.matches() || status.group("rest") == null) {
                continue;
            }
            var words = List.of(status.group("rest").split(" "));
            var key = words.getFirst();
            found = switch (status.group("word")) {
                case "BADSIG" -> new Signature(Verdict.INVALID, key);
                case "EXPKEYSIG", "REVKEYSIG", "EXPSIG" -> new Signature(Verdict.OUTDATED, key);
                case "GOODSIG" -> new Signature(Verdict.VALID, key);
                case "ERRSIG" -> new Signature(errorVerdict(words), errorKey(words));
                // It comes after the verdict, and names the key in full.
                case "VALIDSIG" -> found == null ? null : new Signature(found.verdict(), key);
                default -> found;
            };
        }
        return Optional.ofNullable(found);
    }

    private static Verdict errorVerdict(List<String> words) {
        return words.size() > 5 && words.get(5).equals(NO_PUBLIC_KEY) ? Verdict.UNKNOWN_KEY : Verdict.INVALID;
    }

    private static String errorKey(List<String> words) {
        return words.size() > 6 && words.get(6).matches("[0-9A-F]+") ? words.get(6) : words.getFirst();
    }
}
