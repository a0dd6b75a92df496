package dev.hearth.homes;

import dev.hearth.core.failure.Failure;

/** The kernel has one note for all that the pet removed from a directory, by making that anew. */
public final class RemovedWithDirectory extends Failure.Conflict {
    RemovedWithDirectory(HomePath path, HomePath directory) {
        super(
                "'" + path.text() + "' was removed with its directory, which the pet made anew",
                "Discard all of '" + directory.text() + "', or merge first what of it you want.");
    }
}
