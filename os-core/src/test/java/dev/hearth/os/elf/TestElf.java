package dev.hearth.os.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the least of an ELF file that a loader would go by: 64 bits wide, for one processor. */
public final class TestElf {
    private static final int HEADERS = 64 + 3 * 56;
    private static final long ADDRESS = 0x10000;

    private TestElf() {}

    /** Writes a program that loads these libraries; {@code build} tells apart two of the same. */
    public static void program(Path file, String build, String... needed) throws IOException {
        write(file, true, build, "", List.of(needed));
    }

    public static void library(Path file, String build, String... needed) throws IOException {
        write(file, false, build, "", List.of(needed));
    }

    static void write(Path file, boolean startable, String build, String runPath, List<String> needed)
            throws IOException {
        var strings = new StringBuilder("\0");
        var tags = new ArrayList<long[]>();
        for (var name : needed) {
            tags.add(new long[] {1, strings.length()});
            strings.append(name).append('\0');
        }
        if (!runPath.isEmpty()) {
            tags.add(new long[] {29, strings.length()});
            strings.append(runPath).append('\0');
        }
        strings.append(build);
        int table = HEADERS + (tags.size() + 3) * 16;
        tags.add(new long[] {5, ADDRESS + table});
        tags.add(new long[] {10, strings.length()});
        tags.add(new long[] {0, 0});
        var bytes = ByteBuffer.allocate(table + strings.length()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        bytes.putShort((short) 3)
                .putShort((short) 62)
                .putInt(1)
                .putLong(0)
                .putLong(64)
                .position(52);
        bytes.putShort((short) 64).putShort((short) 56).putShort((short) 3).position(64);
        segment(bytes, 1, 0, ADDRESS, bytes.capacity());
        segment(bytes, 2, HEADERS, ADDRESS + HEADERS, tags.size() * 16L);
        segment(bytes, startable ? 3 : 4, 0, 0, 1);
        tags.forEach(tag -> bytes.putLong(tag[0]).putLong(tag[1]));
        bytes.put(strings.toString().getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.array());
    }

    private static void segment(ByteBuffer bytes, int type, long offset, long address, long size) {
        bytes.putInt(type).putInt(0).putLong(offset).putLong(address).putLong(address);
        bytes.putLong(size).putLong(size).putLong(0);
    }
}
