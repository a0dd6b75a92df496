package dev.hearth.os.compose;

import dev.hearth.os.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The repository that bases are committed to. */
record ComposeRepository(Repository repository) {
    private static final String INPUTS = "hearth.compose.inputs";

    /** What is to be noted with a commit. */
    record Note(String ref, String version, String inputs, Instant time, List<String> kernelArguments) {}

    /** {@return the digest of what a commit was composed of} */
    Optional<String> inputs(String commit) {
        return repository.note(commit, INPUTS);
    }

    /** Makes a tree the newest version of a branch, and takes the tree away; {@return its checksum} */
    String commit(Path tree, Note note) {
        var arguments = note.kernelArguments().stream()
                .map(each -> "'" + each.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "@as [", "]"));
        var words = new ArrayList<>(List.of("--branch=" + note.ref(), "--bootable", "--subject=", "--consume"));
        // Machines follow channels, which are branches of other names.
        words.add("--no-bindings");
        words.add("--timestamp=" + note.time());
        words.add("--add-metadata-string=version=" + note.version());
        words.add("--add-metadata-string=" + INPUTS + "=" + note.inputs());
        words.add("--add-metadata=hearth.kernel-arguments=" + arguments);
        if (Files.exists(tree.resolve("usr/etc/selinux/config"))) {
            // A base that enforces a policy does not start without its labels.
            words.add("--selinux-policy=" + tree);
        }
        words.add("--tree=dir=" + tree);
        return repository.run("commit", words).out().strip();
    }
}
