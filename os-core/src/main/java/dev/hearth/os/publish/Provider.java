package dev.hearth.os.publish;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.gate.Verdicts;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.repository.Repository;
import dev.hearth.os.rollout.Channel;
import dev.hearth.os.rollout.Channel.Release;
import dev.hearth.os.rollout.ChannelText;
import dev.hearth.os.rollout.Lifetime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider of a base does with its commits, in the repository that they are composed in.
 *
 * <p>Releasing changes a channel there, and nothing else: machines see it when it is published.
 */
public final class Provider {
    private static final String SUFFIX = ".json";

    private final Repository repository;
    private final Path channels;
    private final InstantSource clock;

    /** Works in a repository. */
    public Provider(Repository repository, InstantSource clock) {
        this.repository = repository.required();
        this.channels = repository.extension().resolve("channels");
        this.clock = clock;
    }

    /** {@return the commit that was signed} */
    public String sign(String name, ProviderKey key) {
        var commit = repository.commit(name);
        var words = new ArrayList<String>();
        if (key.home() != null) {
            words.add("--gpg-homedir=" + key.home());
        }
        words.addAll(List.of(commit, key.fingerprint()));
        var finished = repository.ask("gpg-sign", words);
        if (!finished.succeeded() && !finished.err().contains("already signed")) {
            finished.orThrow();
        }
        return commit;
    }

    /** A difference that machines fetch instead of the files one by one; without {@code from}, all of {@code to}. */
    public record Delta(@Nullable String from, String to) {}

    /**
     * Makes one.
     *
     * @param from what machines have; absent for the commit before on the branch
     * @param whole whether machines have nothing
     * @throws NotSigned when nobody signed what it leads to: its signatures go with it
     * @throws NothingBefore when it is not said from what, and there is nothing before
     */
    public Delta delta(String name, @Nullable String from, boolean whole) {
        var to = repository.commit(name);
        if (!repository.isSigned(to)) {
            throw new NotSigned(to);
        }
        if (whole) {
            repository.run("static-delta", List.of("generate", "--empty", "--to=" + to));
            return new Delta(null, to);
        }
        var before =
                from == null ? repository.parent(to).orElseThrow(() -> new NothingBefore(to)) : repository.commit(from);
        repository.run("static-delta", List.of("generate", "--from=" + before, "--to=" + to));
        return new Delta(before, to);
    }

    /**
     * Makes a commit what a channel's machines are to have.
     *
     * @param window over which time they take it, from now
     * @throws NotSigned when machines would refuse it
     * @throws NotGated when it did not go through a gate
     * @throws GateNotPassed when it did, and failed
     * @throws ReleaseWithdrawn when it was taken back before
     * @throws BoundToBranch when it says itself that it is for other branches
     */
    public Channel release(String name, ChannelName channel, Duration window, ProviderKey key) {
        var commit = repository.commit(name);
        requireReleasable(commit, key);
        requireUnbound(commit, channel);
        var present = read(channel, key);
        present.withdrawal(commit).ifPresent(bad -> {
            throw new ReleaseWithdrawn(bad, channel);
        });
        var now = clock.instant();
        var release = new Release(commit, repository.version(commit).orElse(null), now, new RolloutWindow(now, window));
        return keep(present.releasing(release), key);
    }

    private void requireReleasable(String commit, ProviderKey key) {
        if (!repository.isSigned(commit)) {
            throw new NotSigned(commit);
        }
        var verdict = new Verdicts(repository).read(commit, key).orElseThrow(() -> new NotGated(commit));
        if (!verdict.passed()) {
            throw new GateNotPassed(verdict);
        }
    }

    /** What ostree commits by itself is for the branch that it was committed to, and machines refuse it on another. */
    private void requireUnbound(String commit, ChannelName channel) {
        var bound = repository.noted(commit, "ostree.ref-binding");
        if (!bound.isBlank() && !bound.contains("'" + channel + "'")) {
            throw new BoundToBranch(commit, channel);
        }
    }

    /** Takes a channel's release back. */
    public Channel withdraw(ChannelName channel, String reason, ProviderKey key) {
        return keep(read(channel, key).withdrawing(clock.instant(), reason), key);
    }

    /** Signs all channels anew, as what the provider says now; {@return them, by name} */
    List<Channel> issue(ProviderKey key, Lifetime lifetime) {
        return channels(key).stream()
                .map(channel -> keep(channel.issued(clock.instant(), lifetime), key))
                .toList();
    }

    private List<Channel> channels(ProviderKey key) {
        if (!Files.isDirectory(channels)) {
            return List.of();
        }
        try (var files = Files.list(channels)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .map(name -> read(ChannelName.parse(name), key))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where a channel is kept, its signature beside it} */
    Path file(String channel) {
        return channels.resolve(channel + SUFFIX);
    }

    private Channel read(ChannelName name, ProviderKey key) {
        var file = file(name.text());
        try {
            if (!Files.exists(file)) {
                return Channel.empty(name.text());
            }
            if (!key.signed(file)) {
                throw new ChannelOfAnother(name, key.fingerprint());
            }
            return ChannelText.parse(Files.readString(file), name.text(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Channel keep(Channel channel, ProviderKey key) {
        try {
            Files.createDirectories(channels);
            var file = file(channel.name());
            // A text whose signature is missing is refused: cut off here, nothing is released by accident.
            Files.deleteIfExists(ProviderKey.signature(file));
            PrivateFiles.write(file, ChannelText.of(channel));
            key.sign(file);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Repository repository() {
        return repository;
    }
}
