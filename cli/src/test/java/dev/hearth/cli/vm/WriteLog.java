package dev.hearth.cli.vm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a machine wrote to its disk, in order, and where it asked the disk to make that last; as QEMU's {@code blklogwrites}
 * and the kernel's {@code dm-log-writes} keep it.
 */
final class WriteLog {
    private static final int FLUSH = 1;
    private static final int FORCED = 2;
    private static final int DISCARD = 4;
    private static final int HEADER = 32;

    private final Path file;
    private final int sector;
    private final List<Entry> entries;

    private WriteLog(Path file, int sector, List<Entry> entries) {
        this.file = file;
        this.sector = sector;
        this.entries = entries;
    }

    /**
     * One of its entries.
     *
     * @param data where in the log the bytes are
     */
    private record Entry(long sector, long sectors, long flags, long data, long length) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    /** Reads it as far as it came: the machine may have been killed while it wrote. */
    static WriteLog read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var head = at(channel, 0, HEADER);
            int sector = head.getInt(24);
            var entries = new ArrayList<Entry>();
            long position = sector;
            while (position + HEADER <= channel.size()) {
                var fields = at(channel, position, HEADER);
                var entry = new Entry(
                        fields.getLong(), fields.getLong(), fields.getLong(), position + sector, fields.getLong());
                boolean nothing = entry.sectors() == 0 && entry.flags() == 0;
                long next = position + sector + (entry.has(DISCARD) ? 0 : entry.sectors() * sector);
                if (nothing || next > channel.size()) {
                    break;
                }
                entries.add(entry);
                position = next;
            }
            return new WriteLog(file, sector, entries);
        }
    }

    private static ByteBuffer at(FileChannel channel, long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Goes on.
        }
        return buffer.clear();
    }

    /**
     * Brings a disk, as it was in the beginning, to what it has after the power went: all that the machine had asked it to
     * make last, and of what it wrote since then whatever happened to reach it.
     *
     * @param count of writes, after which the power goes
     * @return how many writes were lost
     */
    int leave(MachineDisk disk, int count, RandomGenerator random) throws IOException {
        int lasting = 0;
        for (int i = 0; i < count; i++) {
            if (entries.get(i).has(FLUSH)) {
                lasting = i;
            }
        }
        int lost = 0;
        try (var log = FileChannel.open(file);
                var to = FileChannel.open(disk.file(), StandardOpenOption.WRITE)) {
            for (int i = 0; i < count; i++) {
                var entry = entries.get(i);
                if (i <= lasting || entry.has(FORCED) || random.nextBoolean()) {
                    write(log, to, entry);
                } else {
                    lost++;
                }
            }
        }
        return lost;
    }

    private void write(FileChannel log, FileChannel to, Entry entry) throws IOException {
        if (entry.has(DISCARD)) {
            // A disk may keep what it was told to forget.
            return;
        }
        long length = entry.sectors() * sector;
        for (long done = 0; done < length; ) {
            int part = (int) Math.min(1 << 20, length - done);
            var buffer = at(log, entry.data() + done, part);
            long place = entry.sector() * sector + done;
            while (buffer.hasRemaining()) {
                place += to.write(buffer, place);
            }
            done += part;
        }
    }

    /** {@return how many writes it has} */
    int size() {
        return entries.size();
    }
}
