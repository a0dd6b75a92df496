package dev.hearth.os.ostree;

import dev.hearth.os.InvalidSource;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment's origin file says: what it follows, and what the user asked to have changed about it.
 *
 * <p>Groups and keys are those of rpm-ostree, so that tools which know its files understand these. As soon as anything is
 * layered, {@code baserefspec} stands in for {@code refspec}: plain ostree then refuses to upgrade, which would lose the
 * layers.
 *
 * @param file with what is not understood here, which survives a change
 * @param source what the deployment follows
 * @param unlocked how {@code /usr} was made writable
 */
record Origin(KeyFile file, Source source, Unlocked unlocked) {
    private static final String ORIGIN = "origin";
    private static final String PACKAGES = "packages";
    private static final String OVERRIDES = "overrides";
    /** Hearth's own, which others leave as it is: by the name of a package from a file, where newer ones are. */
    private static final String UPDATE_FROM = "hearth-update-from";
    /** Holds what is true of one deployment only, and is left behind when the next one is made. */
    private static final String TRANSIENT = "libostree-transient";

    /**
     * Reads the origin of a deployment; one without a file has an empty origin.
     *
     * @throws DamagedSysroot when it is no key file
     */
    static Origin read(Path file) {
        try {
            return parse(file, TextFile.read(file));
        } catch (NoSuchFileException _) {
            return parse(file, "");
        } catch (TextFile.NoText e) {
            throw DamagedSysroot.origin(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Origin parse(Path file, String text) {
        try {
            var keys = KeyFile.parse(text);
            return new Origin(keys, source(keys), unlocked(keys));
        } catch (KeyFile.Malformed | InvalidSource e) {
            throw DamagedSysroot.origin(file, String.valueOf(e.getMessage()));
        }
    }

    private static Source source(KeyFile file) {
        var image = file.value(ORIGIN, "container-image-reference");
        if (image.isPresent()) {
            return new Source.Image(image.get(), null);
        }
        var refspec = file.value(ORIGIN, "baserefspec").or(() -> file.value(ORIGIN, "refspec"));
        if (refspec.isEmpty()) {
            return new Source.None();
        }
        return refspec.get().matches("[0-9a-f]{64}")
                ? new Source.Fixed(
                        refspec.get(),
                        file.value(ORIGIN, "custom-url").orElse(null),
                        file.value(ORIGIN, "custom-description").orElse(null))
                : Source.Branch.parse(refspec.get());
    }

    private static Unlocked unlocked(KeyFile file) {
        var word = file.value(ORIGIN, "unlocked").orElse("none");
        for (var unlocked : Unlocked.values()) {
            if (unlocked.name().toLowerCase(Locale.ROOT).equals(word)) {
                return unlocked;
            }
        }
        throw new KeyFile.Malformed("unlocked cannot be '" + word + "'");
    }

    /** {@return the commit that the user chose to stay at, until the next upgrade} */
    Optional<String> overrideCommit() {
        return file.value(ORIGIN, "override-commit");
    }

    /** {@return the packages that the user asked for by name} */
    List<String> requested() {
        return file.list(PACKAGES, "requested");
    }

    /** {@return the packages from files, each as {@code SHA256:NAME} with the file's digest} */
    List<String> requestedLocal() {
        return file.list(PACKAGES, "requested-local");
    }

    /** {@return the packages of the base that the user asked to hide} */
    List<String> removals() {
        return file.list(OVERRIDES, "remove");
    }

    /** {@return the files that take the place of packages of the base, each as {@code SHA256:NAME}} */
    List<String> replacements() {
        return file.list(OVERRIDES, "replace-local");
    }

    boolean isPinned() {
        return file.flag(TRANSIENT, "pinned");
    }

    /** {@return whether the initial RAM disk is made on this machine} */
    boolean regeneratesInitramfs() {
        return file.flag("rpmostree", "regenerate-initramfs");
    }

    /** {@return the origin for the next deployment: without what is true of this one only} */
    Origin carriedOver() {
        return from(file.without(TRANSIENT).without(ORIGIN, "unlocked"));
    }

    /** {@return the same, following something else} */
    Origin following(Source.Branch branch) {
        return from(withSource(file.without(ORIGIN, "override-commit"), branch.text()));
    }

    /** {@return the same, staying at a commit until the next upgrade} */
    Origin stayingAt(String checksum) {
        return from(file.with(ORIGIN, "override-commit", checksum));
    }

    /** {@return the same, at the newest commit again} */
    Origin atNewest() {
        return from(file.without(ORIGIN, "override-commit"));
    }

    /** {@return the same with other requests; where newer files are is forgotten of those that are gone} */
    Origin requesting(List<String> packages, List<String> local) {
        var names = local.stream().map(text -> StoredPackage.parse(text).name()).toList();
        var changed = file.with(PACKAGES, "requested", packages).with(PACKAGES, "requested-local", local);
        for (var name : updateSources().keySet()) {
            changed = names.contains(name) ? changed : changed.without(UPDATE_FROM, name);
        }
        return withSource(changed);
    }

    /** {@return by the names of packages from files, where newer versions of them are looked for} */
    Map<String, String> updateSources() {
        var sources = new TreeMap<String, String>();
        for (var name : file.groups().getOrDefault(UPDATE_FROM, Map.of()).keySet()) {
            file.value(UPDATE_FROM, name).ifPresent(place -> sources.put(name, place));
        }
        return sources;
    }

    /**
     * {@return the same with another place for newer versions of a package}
     *
     * @param place absent when it is to stay as it is
     */
    Origin updating(String name, @Nullable String place) {
        return from(place == null ? file.without(UPDATE_FROM, name) : file.with(UPDATE_FROM, name, place));
    }

    /** {@return the same with other overrides} */
    Origin overriding(List<String> remove, List<String> replace) {
        return withSource(file.with(OVERRIDES, "remove", remove).with(OVERRIDES, "replace-local", replace));
    }

    /** {@return whether anything is to differ from the base} */
    boolean isLayered() {
        return isLayered(file);
    }

    private static boolean isLayered(KeyFile file) {
        return file.groups().containsKey(PACKAGES) || file.groups().containsKey(OVERRIDES);
    }

    private Origin withSource(KeyFile changed) {
        return from(source instanceof Source.Branch branch ? withSource(changed, branch.text()) : changed);
    }

    private static KeyFile withSource(KeyFile file, String refspec) {
        return isLayered(file)
                ? file.with(ORIGIN, "baserefspec", refspec).without(ORIGIN, "refspec")
                : file.with(ORIGIN, "refspec", refspec).without(ORIGIN, "baserefspec");
    }

    private static Origin from(KeyFile file) {
        return new Origin(file, source(file), unlocked(file));
    }

    /** {@return the file's text} */
    @Override
    public String toString() {
        return file.toString();
    }
}
