package dev.hearth.os.compose;

import dev.hearth.os.packages.InstalledPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A root file system that somebody made. */
record ArchiveSource(Path file) implements PackageSource {

    @Override
    public List<String> tools() {
        return List.of();
    }

    /** Which packages it has shows when it is unpacked. */
    @Override
    public List<InstalledPackage> resolve() {
        return List.of();
    }

    @Override
    public String identity() {
        return "archive " + Digest.ofFile(file);
    }

    @Override
    public void build(Path archive, Consumer<String> line) {
        try {
            Files.createSymbolicLink(archive, file.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant newest(Path archive, Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .map(ArchiveSource::changed)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant changed(Path path) {
        try {
            return Instant.ofEpochSecond(
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MachineSources machineSources() {
        return MachineSources.OF_PACKAGES;
    }
}
