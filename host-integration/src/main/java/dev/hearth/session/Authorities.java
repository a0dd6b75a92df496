package dev.hearth.session;

import dev.hearth.core.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The certificate authorities that the host's administrator added to those of its distribution. */
final class Authorities {
    private static final List<String> DIRECTORIES = List.of(
            "usr/local/share/ca-certificates",
            "etc/pki/ca-trust/source/anchors",
            "etc/pki/trust/anchors",
            "etc/ca-certificates/trust-source/anchors");

    private Authorities() {}

    /**
     * {@return what is another text once one was added, removed or replaced}
     *
     * <p>One that is written over in place is not noticed; no tool does that.
     */
    static String stamp(Path root) {
        return Sha256.of(DIRECTORIES.stream()
                        .map(root::resolve)
                        .filter(Files::isDirectory)
                        .map(directory -> directory + " " + modified(directory))
                        .collect(Collectors.joining("\n")))
                .substring(0, 16);
    }

    private static String modified(Path directory) {
        try {
            return Files.getLastModifiedTime(directory, LinkOption.NOFOLLOW_LINKS)
                    .toString();
        } catch (IOException e) {
            // Gone between two looks: as good as not there.
            return "";
        }
    }
}
