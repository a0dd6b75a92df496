package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An RPM package that tests make.
 *
 * @param tags lines of its spec, besides those that each has
 * @param scripts the spec's sections for scripts
 */
public record RpmFile(String name, String version, String tags, String scripts) {

    public static RpmFile of(String name, String version) {
        return new RpmFile(name, version, "", "");
    }

    public RpmFile tag(String line) {
        return new RpmFile(name, version, tags + line + "\n", scripts);
    }

    public RpmFile script(String section) {
        return new RpmFile(name, version, tags, scripts + section + "\n");
    }

    /** Makes it in a directory; it owns one file, one directory in /var and one file in /opt. */
    public Path build(Path directory) {
        try {
            var work = Files.createTempDirectory(directory, name);
            var spec = Files.writeString(work.resolve("spec"), """
                    Name: %1$s
                    Version: %2$s
                    Release: 1
                    Summary: made for a test
                    License: none
                    BuildArch: noarch
                    AutoReqProv: no
                    %3$s
                    %%description
                    Made for a test.
                    %%install
                    mkdir -p %%{buildroot}/usr/share/%1$s %%{buildroot}/var/lib/%1$s %%{buildroot}/opt/%1$s
                    echo %2$s >%%{buildroot}/usr/share/%1$s/version
                    echo %2$s >%%{buildroot}/opt/%1$s/version
                    %4$s
                    %%files
                    /usr/share/%1$s
                    /var/lib/%1$s
                    /opt/%1$s
                    """.formatted(name, version, tags, scripts));
            ItHost.run(
                    "rpmbuild",
                    "-bb",
                    "--quiet",
                    "--define=_topdir " + work,
                    "--define=_rpmdir " + directory,
                    "--define=_rpmfilename %{NAME}-%{VERSION}.rpm",
                    "--define=_dbpath " + work.resolve("database"),
                    "--define=_binary_payload w1.gzdio",
                    spec.toString());
            DirectoryTree.delete(work);
            return directory.resolve("%s-%s.rpm".formatted(name, version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
