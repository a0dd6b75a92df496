package dev.hearth.generations;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The packages that are installed, by the pet's own database.
 *
 * @param versions by name; of a package that is there in several, all of them
 */
public record PackageList(Map<String, String> versions) {
    /** More than any distribution has; what unpacks to more is none of ours. */
    private static final int LONGEST = 16 * 1024 * 1024;

    public PackageList {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** {@return in which packages another list differs from this one, sorted by name} */
    public List<PackageChange> changesTo(PackageList other) {
        var names = new TreeSet<>(versions.keySet());
        names.addAll(other.versions.keySet());
        var changes = new ArrayList<PackageChange>();
        for (var name : names) {
            var change = new PackageChange(name, versions.get(name), other.versions.get(name));
            if (!change.isNone()) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    /** {@return it as text for a label: compressed, since labels travel with each listing of images} */
    String encoded() {
        var lines = new StringBuilder();
        versions.forEach((name, version) ->
                lines.append(name).append(' ').append(version).append('\n'));
        var bytes = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            packed.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** {@return what {@link #encoded} wrote; nothing for what it cannot have written} */
    static Optional<PackageList> decoded(String text) {
        try (var unpacked = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            var lines = new String(unpacked.readNBytes(LONGEST), StandardCharsets.UTF_8);
            var versions = new TreeMap<String, String>();
            lines.lines().forEach(line -> {
                int blank = line.indexOf(' ');
                versions.put(line.substring(0, Math.max(0, blank)), line.substring(blank + 1));
            });
            return Optional.of(new PackageList(versions));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
