package dev.hearth.cli.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An image with a single empty file and labels of one's choice; it is removed when it closes. */
final class BareImage implements AutoCloseable {
    private static final int BLOCK = 512;

    private final InstalledHearth hearth;
    private final String name = "localhost/" + InstalledHearth.newName() + ":1";

    private BareImage(InstalledHearth hearth) {
        this.hearth = hearth;
    }

    /** {@return the image, which the engine now has} */
    static BareImage in(InstalledHearth hearth, String... labels) throws IOException {
        var image = new BareImage(hearth);
        var archive = Files.write(hearth.directory().resolve("bare.tar"), archiveOf("empty"));
        var words = new ArrayList<>(List.of("import"));
        for (var label : labels) {
            words.addAll(List.of("--change", "LABEL " + label));
        }
        words.addAll(List.of("-", image.name));
        hearth.clientReading(archive, words.toArray(String[]::new)).succeeded();
        return image;
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        hearth.client("rmi", name).succeeded();
    }

    private static byte[] archiveOf(String file) {
        // A header and two blocks of nothing, which end it.
        var archive = new byte[3 * BLOCK];
        put(archive, 0, file);
        put(archive, 100, "0000644");
        put(archive, 108, "0000000");
        put(archive, 116, "0000000");
        put(archive, 124, "00000000000");
        put(archive, 136, "00000000000");
        put(archive, 156, "0");
        put(archive, 257, "ustar");
        put(archive, 263, "00");
        // The sum is taken as if its own field were blank.
        put(archive, 148, " ".repeat(8));
        int sum = 0;
        for (byte value : Arrays.copyOf(archive, BLOCK)) {
            sum += value;
        }
        put(archive, 148, "%06o\0".formatted(sum));
        return archive;
    }

    private static void put(byte[] archive, int offset, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, archive, offset, bytes.length);
    }
}
