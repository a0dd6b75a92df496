package dev.hearth.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The kernels in {@code /boot}, each with its initial RAM disk in a directory of its own. */
final class KernelSets {
    private KernelSets() {}

    /** {@return the bytes of the largest; 0 when there is none, or it is not for this user to see} */
    static long largest(Path directory) {
        long largest = 0;
        try (DirectoryStream<Path> sets = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (var set : sets) {
                largest = Math.max(largest, size(set));
            }
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException _) {
            return largest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return largest;
    }

    private static long size(Path set) throws IOException {
        long size = 0;
        try (var files = Files.newDirectoryStream(set)) {
            for (var file : files) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
