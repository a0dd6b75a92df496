package dev.hearth.cli.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Directories that outlive runs, each for what is made of certain inputs: where those change, it begins empty. */
final class MachineCache {
    private MachineCache() {}

    /**
     * {@return the directory}
     *
     * @param name of which there is one; that of other inputs goes
     * @param files that are inputs
     * @param texts that are inputs, too
     */
    static Path directory(String name, List<Path> files, List<String> texts) throws IOException {
        var digest = sha256();
        for (var text : texts) {
            digest.update(text.getBytes(UTF_8));
        }
        for (var file : files) {
            digest.update(Files.readAllBytes(file));
        }
        var number = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        var all = Files.createDirectories(root().resolve(name));
        try (var others = Files.list(all)) {
            others.filter(each -> !each.endsWith(number)).forEach(DirectoryTree::delete);
        }
        return Files.createDirectories(all.resolve(number));
    }

    private static Path root() {
        return Needed.find("HEARTH_IT_CACHE")
                .map(Path::of)
                .orElse(Path.of("target/it-cache"))
                .resolve("machines")
                .toAbsolutePath();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
