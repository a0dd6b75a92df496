package dev.hearth.os.preflight;

import dev.hearth.core.process.Finished;
import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The configuration of one program, which checks it by itself.
 *
 * @param program where it lies
 * @param checked has it check, in a deployment that has it
 */
record ConfigurationCheck(String command, String program, Function<Candidate, Finished> checked) implements Check {
    private static final String KEYS = "/run/hearth/keys";

    /** Where, by distribution, sshd wants an empty directory to be. */
    private static final List<String> SSHD_DIRECTORIES =
            List.of(KEYS, "/run/sshd", "/var/empty", "/var/empty/sshd", "/var/lib/empty");

    /** {@return that of sudo, which locks everybody out when it is wrong} */
    static Check ofSudo() {
        return new ConfigurationCheck(
                "visudo -c", "/usr/sbin/visudo", deployment -> deployment.run(List.of("visudo", "-c")));
    }

    /** {@return that of sshd, without which a machine may be out of reach} */
    static Check ofSshd() {
        return new ConfigurationCheck("sshd -t", "/usr/sbin/sshd", ConfigurationCheck::sshd);
    }

    /** A machine makes its host keys when it starts sshd first, so one that has none yet is given one here. */
    private static Finished sshd(Candidate deployment) {
        var key = KEYS + "/host";
        var made = deployment.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key), SSHD_DIRECTORIES);
        // By its whole path, without which it refuses to start.
        var program = List.of("/usr/sbin/sshd", "-t");
        return deployment.run(made.succeeded() ? with(program, "-h", key) : program, SSHD_DIRECTORIES);
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    @Override
    public List<String> subjects(Root present, Root made, ProgramDiff programs) {
        return made.find(Path.of(program)).isPresent() ? List.of(program) : List.of();
    }

    @Override
    public SortedMap<String, String> complaints(Candidate deployment, List<String> subjects) {
        var complaints = new TreeMap<String, String>();
        if (deployment.has(program)) {
            var finished = checked.apply(deployment);
            if (!finished.succeeded()) {
                complaints.put(program, Words.of(finished));
            }
        }
        return complaints;
    }
}
