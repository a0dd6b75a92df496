package dev.hearth.os.ostree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file of text below a sysroot, which whoever damaged it may have put anything in place of. */
final class TextFile {
    /** Those that ostree and hearth write have some hundred bytes. */
    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    /** Something else than a small text is there. */
    static final class NoText extends RuntimeException {
        NoText(String message) {
            super(message);
        }
    }

    /**
     * {@return the file's text}
     *
     * @throws NoText when it has none; a pipe is not waited for, and a disk image is not taken into memory
     */
    static String read(Path file) throws IOException {
        var there = Files.readAttributes(file, "isRegularFile");
        if (!Boolean.TRUE.equals(there.get("isRegularFile"))) {
            throw new NoText("it is no ordinary file");
        }
        try (var content = Files.newInputStream(file)) {
            var bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new NoText("it is too large to be one");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new NoText("it holds something else than text");
        }
    }
}
