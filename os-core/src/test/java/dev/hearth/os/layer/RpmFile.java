package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An RPM package that tests make.
 *
 * @param tags lines of its spec, besides those that each has
 * @param scripts the spec's sections for scripts
 * @param files what it has besides, by path: programs that say its name
 */
public record RpmFile(String name, String version, String tags, String scripts, List<String> files) {

    public static RpmFile of(String name, String version) {
        return new RpmFile(name, version, "", "", List.of());
    }

    public RpmFile tag(String line) {
        return new RpmFile(name, version, tags + line + "\n", scripts, files);
    }

    public RpmFile script(String section) {
        return new RpmFile(name, version, tags, scripts + section + "\n", files);
    }

    public RpmFile file(String path) {
        return new RpmFile(
                name,
                version,
                tags,
                scripts,
                Stream.concat(files.stream(), Stream.of(path)).toList());
    }

    /** Makes it in a directory; it owns one file, one directory in /var and one file in /opt, and those given. */
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
                    %5$s
                    %4$s
                    %%files
                    /usr/share/%1$s
                    /var/lib/%1$s
                    /opt/%1$s
                    %6$s
                    """.formatted(
                            name, version, tags, scripts, installing(), String.join("\n", files)));
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

    private String installing() {
        return files.stream()
                .map(file -> "install -D -m 755 /dev/null %{buildroot}" + file + " && printf '#!/bin/sh\\necho " + name
                        + "\\n' >%{buildroot}" + file)
                .collect(Collectors.joining("\n"));
    }
}
