package dev.hearth.core.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file of one document, whose top is a map, into values that know where they stand.
 *
 * <p>Tags, anchors and aliases are refused and size and depth are limited: a file from elsewhere can neither make
 * hearth build objects nor make it run out of memory.
 */
public final class YamlDocument {
    private static final int LARGEST = 1024 * 1024;

    private YamlDocument() {}

    /**
     * Reads a file.
     *
     * @return its top; an empty map for an empty file
     * @throws YamlError when it is malformed
     * @throws YamlFileUnreadable when it cannot be read
     */
    public static YamlMap read(Path file) {
        return parse(text(file), file.toString());
    }

    /**
     * Reads a file of JSON, which is YAML but for one thing: it may be indented with tabs. Within its texts there are
     * none, so that each can count as a space.
     *
     * @return its top
     * @throws YamlError when it is malformed
     * @throws YamlFileUnreadable when it cannot be read
     */
    public static YamlMap readJson(Path file) {
        return parse(text(file).replace('\t', ' '), file.toString());
    }

    /**
     * Parses the text of a file.
     *
     * @param fileName what errors call the file
     * @return its top; an empty map for an empty text
     * @throws YamlError when it is malformed
     */
    public static YamlMap parse(String text, String fileName) {
        var settings = LoadSettings.builder()
                .setLabel(fileName)
                .setCodePointLimit(LARGEST)
                .build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            return new YamlComposer(fileName, events).document();
        } catch (MarkedYamlEngineException e) {
            var position = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> new YamlPosition(fileName, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(new YamlPosition(fileName, 1, 1));
            throw new YamlError(position, "This is not YAML: " + e.getProblem(), null);
        } catch (ReaderException e) {
            var problem = "The character U+%04X is not allowed in YAML".formatted(e.getCodePoint());
            throw new YamlError(positionOf(fileName, text, e.getPosition()), problem, null);
        } catch (YamlEngineException e) {
            throw new YamlError(new YamlPosition(fileName, 1, 1), "This is not YAML: " + e.getMessage(), null);
        }
    }

    /**
     * {@return the text of a file, as {@link #parse} takes it}
     *
     * @throws YamlError when it is too large, or no text
     * @throws YamlFileUnreadable when it cannot be read
     */
    public static String text(Path file) {
        var name = file.toString();
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                // Reading a pipe could wait for ever.
                throw new YamlFileUnreadable(file, "it is no regular file");
            }
            try (var content = Files.newInputStream(file)) {
                return decoded(content.readNBytes(LARGEST + 1), name);
            }
        } catch (NoSuchFileException e) {
            throw new YamlFileUnreadable(file, "there is none");
        } catch (AccessDeniedException e) {
            throw new YamlFileUnreadable(file, "permission denied");
        } catch (FileSystemException e) {
            throw new YamlFileUnreadable(file, String.valueOf(e.getReason()));
        } catch (IOException e) {
            throw new YamlFileUnreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static String decoded(byte[] bytes, String name) {
        if (bytes.length > LARGEST) {
            throw new YamlError(new YamlPosition(name, 1, 1), "The file is larger than 1 MiB", null);
        }
        var read = ByteBuffer.wrap(bytes);
        var text = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(read, text, true);
        text.flip();
        if (result.isError()) {
            var before = text.toString();
            var position = positionOf(name, before, before.codePointCount(0, before.length()));
            throw new YamlError(position, "This is not UTF-8", "Save the file in that encoding.");
        }
        return text.toString();
    }

    private static YamlPosition positionOf(String fileName, String text, int codePoints) {
        var before = text.codePoints().limit(codePoints).toArray();
        int line = 1;
        int column = 1;
        for (int point : before) {
            column = point == '\n' ? 1 : column + 1;
            line += point == '\n' ? 1 : 0;
        }
        return new YamlPosition(fileName, line, column);
    }
}
