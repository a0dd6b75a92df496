package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.List;

/**
 * What writing a merge did; all paths are relative and sorted.
 *
 * @param written files, directories and links that were made, replaced or given other metadata
 * @param removed what was there and is not part of the outcome
 * @param skipped pipes, sockets and devices, which are neither copied nor removed
 */
public record EtcReport(List<Path> written, List<Path> removed, List<Path> skipped) {
    public EtcReport {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        skipped = List.copyOf(skipped);
    }
}
