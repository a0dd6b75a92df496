package dev.hearth.os.layer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** Extended attributes of files and directories, of the kind that anybody may set; links have none. */
final class ExtendedAttributes {
    private static final String OVERLAY = "overlay.";
    private static final String OPAQUE = OVERLAY + "opaque";

    private ExtendedAttributes() {}

    /** Returns whether an overlay's upper directory hides what is below it. */
    static boolean isOpaque(Path directory) throws IOException {
        var view = view(directory);
        return view.list().contains(OPAQUE) && view.size(OPAQUE) == 1;
    }

    /** Removes the overlay's own marks, which would mean something to a later overlay over the tree. */
    static void removeMarks(Path file) throws IOException {
        var view = view(file);
        for (var name : view.list()) {
            if (name.startsWith(OVERLAY)) {
                view.delete(name);
            }
        }
    }

    /** Gives a directory the attributes of another, without an overlay's marks. */
    static void copy(Path from, Path to) throws IOException {
        var source = view(from);
        var target = view(to);
        for (var name : target.list()) {
            target.delete(name);
        }
        for (var name : source.list()) {
            if (!name.startsWith(OVERLAY)) {
                var value = ByteBuffer.allocate(source.size(name));
                source.read(name, value);
                target.write(name, value.flip());
            }
        }
    }

    private static UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }
}
