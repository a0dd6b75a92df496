package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what libostree notes of a staged deployment, in GVariant's serialised form. */
final class StagedFile {
    private StagedFile() {}

    /** Notes it below the root directory of what runs. */
    static void write(Path runningRoot, DeploymentId id, List<String> kernelArguments) throws IOException {
        var file = runningRoot.resolve("run/ostree/staged-deployment");
        Files.createDirectories(file.getParent());
        var target = dictionary(List.of(
                entry("name", boxed(text(id.directory()), "s")),
                entry("osname", boxed(text(id.stateroot()), "s")),
                entry("bootcsum", boxed(text("b".repeat(64)), "s"))));
        var arguments = array(kernelArguments.stream().map(StagedFile::text).toList());
        Files.write(
                file,
                dictionary(List.of(entry("target", boxed(target, "a{sv}")), entry("kargs", boxed(arguments, "as")))));
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] boxed(byte[] value, String type) {
        return joined(value, new byte[1], type.getBytes(StandardCharsets.UTF_8));
    }

    /** The value is aligned to eight bytes, and the key's end stands behind both. */
    private static byte[] entry(String key, byte[] value) {
        var name = text(key);
        var padding = new byte[-name.length & 7];
        return withEnds(joined(name, padding, value), List.of(name.length));
    }

    private static byte[] dictionary(List<byte[]> entries) {
        var all = new ByteArrayOutputStream();
        var ends = new ArrayList<Integer>();
        for (var entry : entries) {
            all.writeBytes(new byte[-all.size() & 7]);
            all.writeBytes(entry);
            ends.add(all.size());
        }
        return withEnds(all.toByteArray(), ends);
    }

    private static byte[] array(List<byte[]> elements) {
        var all = new ByteArrayOutputStream();
        var ends = new ArrayList<Integer>();
        for (var element : elements) {
            all.writeBytes(element);
            ends.add(all.size());
        }
        return withEnds(all.toByteArray(), ends);
    }

    /** As many bytes for each end as it takes to count all. */
    private static byte[] withEnds(byte[] value, List<Integer> ends) {
        int width = value.length + ends.size() <= 0xff ? 1 : 2;
        var all = new ByteArrayOutputStream();
        all.writeBytes(value);
        for (int end : ends) {
            for (int at = 0; at < width; at++) {
                all.write(end >>> (8 * at));
            }
        }
        return all.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
