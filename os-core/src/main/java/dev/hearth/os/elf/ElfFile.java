package dev.hearth.os.elf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the dynamic loader goes by in a program or a library.
 *
 * @param machine the processor it is for, by ELF's number
 * @param startable whether it names a loader, as programs do and libraries mostly do not
 * @param needed the libraries it needs, by their sonames
 * @param searched directories to look for them in first, as they are written there
 */
public record ElfFile(int machine, boolean startable, List<String> needed, List<String> searched) {
    private static final int MAGIC = 0x7f454c46;
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int INTERPRETER = 3;
    private static final long NEEDED = 1;
    private static final long STRINGS = 5;
    private static final long STRINGS_SIZE = 10;
    private static final long RPATH = 15;
    private static final long RUNPATH = 29;
    private static final int HEADER = 64;
    /** Far more than any real one has; what is larger is damaged. */
    private static final long LARGEST_PART = 1 << 24;

    public ElfFile {
        needed = List.copyOf(needed);
        searched = List.copyOf(searched);
    }

    /** {@return what the file says; empty when it is none of these, is damaged, or may not be read} */
    public static Optional<ElfFile> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file)) {
            return new Reader(channel).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | AccessDeniedException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Segment(int type, long offset, long address, long size) {}

    private record Tag(long kind, long value) {}

    private static final class Reader {
        private final FileChannel channel;
        private boolean wide;
        private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

        Reader(FileChannel channel) {
            this.channel = channel;
        }

        Optional<ElfFile> read() throws IOException {
            var header = part(0, Math.min(HEADER, channel.size()));
            if (header.remaining() < HEADER - 12
                    || header.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
                return Optional.empty();
            }
            wide = header.get(4) == 2;
            order = header.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            header.order(order);
            var segments = segments(header);
            var tags = tags(segments);
            var strings = strings(segments, tags);
            return Optional.of(new ElfFile(
                    Short.toUnsignedInt(header.getShort(18)),
                    segments.stream().anyMatch(segment -> segment.type() == INTERPRETER),
                    texts(tags, NEEDED, strings),
                    searched(tags, strings)));
        }

        private List<Segment> segments(ByteBuffer header) throws IOException {
            long at = wide ? header.getLong(32) : Integer.toUnsignedLong(header.getInt(28));
            int size = Short.toUnsignedInt(header.getShort(wide ? 54 : 42));
            int count = Short.toUnsignedInt(header.getShort(wide ? 56 : 44));
            var table = part(at, (long) size * count);
            var segments = new ArrayList<Segment>();
            for (int entry = 0; entry < count * size; entry += size) {
                segments.add(
                        wide
                                ? new Segment(
                                        table.getInt(entry),
                                        table.getLong(entry + 8),
                                        table.getLong(entry + 16),
                                        table.getLong(entry + 32))
                                : new Segment(
                                        table.getInt(entry),
                                        Integer.toUnsignedLong(table.getInt(entry + 4)),
                                        Integer.toUnsignedLong(table.getInt(entry + 8)),
                                        Integer.toUnsignedLong(table.getInt(entry + 16))));
            }
            return segments;
        }

        private List<Tag> tags(List<Segment> segments) throws IOException {
            var tags = new ArrayList<Tag>();
            for (var segment : segments) {
                if (segment.type() == DYNAMIC) {
                    var table = part(segment.offset(), segment.size());
                    while (table.remaining() >= (wide ? 16 : 8)) {
                        tags.add(new Tag(number(table), number(table)));
                    }
                }
            }
            return tags;
        }

        private long number(ByteBuffer table) {
            return wide ? table.getLong() : Integer.toUnsignedLong(table.getInt());
        }

        private ByteBuffer strings(List<Segment> segments, List<Tag> tags) throws IOException {
            long address = first(tags, STRINGS);
            for (var segment : segments) {
                long within = address - segment.address();
                if (segment.type() == LOAD && within >= 0 && within < segment.size()) {
                    return part(segment.offset() + within, first(tags, STRINGS_SIZE));
                }
            }
            return ByteBuffer.allocate(0);
        }

        private static long first(List<Tag> tags, long kind) {
            return tags.stream()
                    .filter(tag -> tag.kind() == kind)
                    .mapToLong(Tag::value)
                    .findFirst()
                    .orElse(0);
        }

        private static List<String> texts(List<Tag> tags, long kind, ByteBuffer strings) {
            return tags.stream()
                    .filter(tag -> tag.kind() == kind)
                    .map(tag -> text(strings, Math.toIntExact(tag.value())))
                    .toList();
        }

        private static List<String> searched(List<Tag> tags, ByteBuffer strings) {
            var paths = new ArrayList<>(texts(tags, RUNPATH, strings));
            paths.addAll(texts(tags, RPATH, strings));
            return paths.stream()
                    .flatMap(path -> List.of(path.split(":", -1)).stream())
                    .filter(path -> !path.isEmpty())
                    .toList();
        }

        private static String text(ByteBuffer strings, int at) {
            int end = at;
            while (strings.get(end) != 0) {
                end++;
            }
            return StandardCharsets.UTF_8.decode(strings.slice(at, end - at)).toString();
        }

        private ByteBuffer part(long at, long size) throws IOException {
            if (at < 0 || size < 0 || size > LARGEST_PART || at > channel.size() - size) {
                throw new BufferUnderflowException();
            }
            var buffer = ByteBuffer.allocate((int) size).order(order);
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                // Until all of it is there.
            }
            return buffer.flip();
        }
    }
}
