package dev.hearth.images.catalogue;

import dev.hearth.core.host.OsRelease;
import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distributions that a pet can be made of. */
public final class Catalogue {
    private static final String BUILT_IN = "catalogue.yaml";

    private final List<Distribution> distributions;
    private final Distribution fallback;

    private Catalogue(Collection<Distribution> distributions, Distribution fallback) {
        this.distributions = List.copyOf(distributions);
        this.fallback = fallback;
    }

    /**
     * Reads hearth's own catalogue and, over it, the {@code *.yaml} files of directories, in the order of the
     * directories and of the files' names.
     *
     * @param directories need not exist
     * @throws dev.hearth.core.yaml.YamlError when a file is wrong
     */
    public static Catalogue load(List<Path> directories) {
        var files = Stream.concat(
                Stream.of(builtIn()),
                directories.stream()
                        .flatMap(directory -> files(directory).stream())
                        .map(YamlDocument::read));
        var distributions = new LinkedHashMap<String, Distribution>();
        Distribution fallback = null;
        for (var file : files.toList()) {
            var read = new CatalogueFile(file);
            read.distributions().forEach(distribution -> distributions.put(distribution.id(), distribution));
            fallback = read.fallback(distributions).orElse(fallback);
        }
        if (fallback == null) {
            throw new IllegalStateException("the built-in catalogue names no default");
        }
        // By its id once more: a later file may have replaced it.
        return new Catalogue(distributions.values(), distributions.getOrDefault(fallback.id(), fallback));
    }

    /** {@return all, in the order of the catalogue} */
    public List<Distribution> distributions() {
        return distributions;
    }

    /** {@return the distribution of this id or alias} */
    public Optional<Distribution> find(String word) {
        return distributions.stream()
                .filter(distribution -> distribution.id().equals(word))
                .findFirst()
                .or(() -> distributions.reversed().stream()
                        .filter(distribution -> distribution.isCalled(word))
                        .findFirst());
    }

    /**
     * {@return what a user means}
     *
     * @param distribution an id or alias; what the host is, or is like, when absent
     * @param release a release or codename; the host's when it is of the distribution, else the catalogue's, when absent
     * @throws UnknownDistribution when there is none of that name
     * @throws InvalidRelease when the distribution's releases look otherwise
     */
    public ImageChoice resolve(@Nullable String distribution, @Nullable String release, OsRelease host) {
        var chosen = distribution == null ? likeHost(host) : named(distribution);
        return chosen.choose(release == null ? defaultRelease(chosen, host) : release);
    }

    /** {@return whether an image's name is one that a release of a distribution here has} */
    public boolean knows(String imageName) {
        return distributions.stream().anyMatch(distribution -> distribution.publishes(imageName));
    }

    /** {@return the release of a distribution that an image has by its name, from a registry or made here} */
    public Optional<ImageChoice> recognise(String imageName) {
        return distributions.stream()
                .flatMap(distribution -> distribution.recognise(imageName).stream())
                .findFirst();
    }

    private Distribution named(String word) {
        return find(word)
                .orElseThrow(() -> new UnknownDistribution(
                        word,
                        distributions.stream()
                                .flatMap(known -> Stream.concat(Stream.of(known.id()), known.aliases().stream()))
                                .toList()));
    }

    private Distribution likeHost(OsRelease host) {
        return Stream.concat(Stream.of(host.id()), host.idLike().stream())
                .flatMap(id -> ofHost(id).stream())
                .findFirst()
                .orElse(fallback);
    }

    private Optional<Distribution> ofHost(String osReleaseId) {
        return distributions.reversed().stream()
                .filter(distribution -> distribution.hosts().contains(osReleaseId))
                .findFirst();
    }

    private static String defaultRelease(Distribution distribution, OsRelease host) {
        // Only of the distribution itself: what is merely like it counts its releases in its own way.
        return distribution.releaseOf(host).orElse(distribution.releases().fallback());
    }

    private static YamlMap builtIn() {
        try (var in = Catalogue.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + BUILT_IN);
            }
            return YamlDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
