package dev.hearth.os.ostree;

import java.io.FileNotFoundException;
import java.io.IOException;

/** Commit objects that ostree wrote; the folder's README says how. */
final class RecordedCommit {
    private RecordedCommit() {}

    static byte[] bytes(String name) throws IOException {
        try (var stream = RecordedCommit.class.getResourceAsStream(name + ".commit")) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream.readAllBytes();
        }
    }
}
