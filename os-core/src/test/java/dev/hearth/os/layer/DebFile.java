package dev.hearth.os.layer;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Debian package that tests make.
 *
 * @param fields of its control file, besides those that each has
 * @param files by path
 * @param scripts by name, such as {@code postinst}
 */
public record DebFile(
        String name,
        String version,
        Map<String, String> fields,
        Map<String, String> files,
        Map<String, String> scripts) {

    public static DebFile of(String name, String version) {
        return new DebFile(name, version, Map.of(), Map.of("usr/share/" + name + "/version", version), Map.of());
    }

    public DebFile with(String field, String value) {
        return new DebFile(name, version, more(fields, field, value), files, scripts);
    }

    public DebFile file(String path, String content) {
        return new DebFile(name, version, fields, more(files, path, content), scripts);
    }

    public DebFile script(String script, String commands) {
        return new DebFile(
                name, version, fields, files, more(scripts, script, "#!/bin/sh\nset -e\n" + commands + "\n"));
    }

    /** Makes it in a directory. */
    public Path build(Path directory) {
        try {
            var root = Files.createTempDirectory(directory, name);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (var file : files.entrySet()) {
                write(
                        root.resolve(file.getKey()),
                        file.getValue(),
                        file.getKey().contains("bin/"));
            }
            for (var script : scripts.entrySet()) {
                write(root.resolve("DEBIAN").resolve(script.getKey()), script.getValue(), true);
            }
            write(root.resolve("DEBIAN/control"), control(), false);
            var target = directory.resolve("%s_%s_all.deb".formatted(name, version));
            ItHost.run("dpkg-deb", "--root-owner-group", "-Znone", "--build", root.toString(), target.toString());
            DirectoryTree.delete(root);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String control() {
        var control = new StringBuilder("""
                Package: %s
                Version: %s
                Architecture: all
                Maintainer: Tests <tests@localhost>
                Description: made for a test
                """.formatted(name, version));
        fields.forEach((field, value) -> control.append("%s: %s\n".formatted(field, value)));
        return control.toString();
    }

    private static void write(Path file, String content, boolean executable) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static Map<String, String> more(Map<String, String> map, String key, String value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
