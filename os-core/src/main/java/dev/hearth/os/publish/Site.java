package dev.hearth.os.publish;

import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.Channel.Release;
import dev.hearth.os.rollout.Lifetime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory that any web server can serve: an ostree repository whose branches are the channels.
 *
 * <p>What others point to is written first, and the channels' files last, so that a machine which comes meanwhile sees the
 * old state or the new one.
 */
public final class Site {
    /** Where the channels' files are, from the address of the repository. */
    public static final String CHANNELS = "hearth/channels";

    private static final String KEY = "hearth/key.asc";
    private static final Pattern DELTA = Pattern.compile("(?:(?<from>[0-9a-f]{64})-)?(?<to>[0-9a-f]{64})");

    private final Repository site;

    public Site(Repository site) {
        this.site = site;
    }

    /**
     * Brings the site to what was released, and to nothing else; {@return the channels on it}
     *
     * @param lifetime how long machines believe that, unless it is published anew
     */
    public List<Channel> publish(Provider provider, ProviderKey key, Lifetime lifetime) {
        var channels = provider.issue(key, lifetime);
        if (channels.isEmpty()) {
            throw new NothingToPublish(provider.repository().directory());
        }
        site.prepare("archive");
        var commits = new ArrayList<String>();
        for (var channel : channels) {
            var release = channel.release();
            if (release != null) {
                bring(provider.repository(), release);
                commits.add(release.commit());
            }
        }
        copyDeltas(provider.repository(), commits);
        for (var channel : channels) {
            point(channel);
        }
        var words = new ArrayList<>(List.of("--update"));
        words.addAll(key.ostreeOptions());
        site.run("summary", words);
        try {
            var directory = Files.createDirectories(site.directory().resolve(CHANNELS));
            key.export(site.directory().resolve(KEY));
            for (var channel : channels) {
                copy(provider.file(channel.name()), directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return channels;
    }

    private void bring(Repository from, Release release) {
        site.run("pull-local", List.of(from.directory().toString(), release.commit()));
    }

    private void point(Channel channel) {
        var release = channel.release();
        if (release != null) {
            site.run("refs", List.of("--force", "--create=" + channel.name(), release.commit()));
        } else if (site.find(channel.name()).isPresent()) {
            site.run("refs", List.of("--delete", channel.name()));
        }
    }

    /** The signature first: between the two, a machine finds that they do not fit, and comes again. */
    private static void copy(Path file, Path directory) throws IOException {
        for (var each : List.of(ProviderKey.signature(file), file)) {
            var name = each.getFileName().toString();
            var beside = directory.resolve("." + name);
            Files.copy(each, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(beside, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void copyDeltas(Repository from, List<String> commits) {
        var listed = from.run("static-delta", List.of("list")).out();
        for (var line : listed.lines().toList()) {
            var delta = DELTA.matcher(line.strip());
            if (delta.matches() && commits.contains(delta.group("to"))) {
                var path = path(delta.group("from"), Objects.requireNonNull(delta.group("to")));
                copyDirectory(from.directory().resolve(path), site.directory().resolve(path));
            }
        }
    }

    /** {@return where a repository keeps a delta, as ostree names it} */
    static Path path(@Nullable String from, String to) {
        var first = base64(Optional.ofNullable(from).orElse(to));
        var rest = first.substring(2) + (from == null ? "" : "-" + base64(to));
        return Path.of("deltas", first.substring(0, 2), rest);
    }

    private static String base64(String commit) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(commit))
                .replace('/', '_');
    }

    private static void copyDirectory(Path from, Path to) {
        // A delta never changes: where its superblock is, which is copied last, all of it is.
        if (Files.exists(to.resolve("superblock"))) {
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            var parts = files.sorted((one, other) -> Boolean.compare(isSuperblock(one), isSuperblock(other)))
                    .toList();
            for (var part : parts) {
                Files.copy(part, to.resolve(part.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSuperblock(Path file) {
        return file.endsWith("superblock");
    }
}
