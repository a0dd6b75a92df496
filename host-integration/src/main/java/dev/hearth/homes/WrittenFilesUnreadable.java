package dev.hearth.homes;

import dev.hearth.core.failure.Failure;

/** What a pet wrote to its home cannot be read. */
public final class WrittenFilesUnreadable extends Failure.ToolFailed {
    WrittenFilesUnreadable(String reason) {
        super(
                "What the pet wrote to its home cannot be read: " + reason,
                "Its image needs `find`, `stat`, `cat` and `readlink`, as GNU's or busybox have them.");
    }
}
