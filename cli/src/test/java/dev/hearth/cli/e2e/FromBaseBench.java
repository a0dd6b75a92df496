package dev.hearth.cli.e2e;

import java.io.IOException;
import java.util.List;

/** Measures the making of pets of the base on root's Podman: the first, which makes the image, and those after it. */
final class FromBaseBench {
    private static final double MEGABYTE = 1_000_000;
    private static final double SECONDS = 5;
    private static final double MEGABYTES = 10;

    private final List<String> report;

    FromBaseBench(List<String> report) {
        this.report = report;
    }

    void measure(LoopDisk.FileSystem kind) throws IOException {
        try (var disk = BaseDisk.with(kind)) {
            var title = "a pet of the base, rootful Podman on " + kind;
            tell("the first: " + title, disk.create());
            disk.create();
            tell("another: " + title, disk.create());
        }
    }

    private void tell(String title, BaseDisk.Made made) {
        Bench.target(report, title + ", s", made.seconds(), SECONDS);
        Bench.target(report, title + ", MB", made.room() / MEGABYTE, MEGABYTES);
    }
}
