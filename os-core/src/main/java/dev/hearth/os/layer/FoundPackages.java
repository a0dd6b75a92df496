package dev.hearth.os.layer;

import dev.hearth.core.text.Printable;
import dev.hearth.os.OsEngine.FoundPackage;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Collects packages whose name or summary has all of some words, whatever their case; each name once. */
final class FoundPackages {
    private final List<String> words;
    private final TreeMap<String, FoundPackage> found = new TreeMap<>();

    FoundPackages(List<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    List<String> words() {
        return words;
    }

    /** Takes a package when it has the words. */
    void offer(String name, String version, String summary) {
        var text = (name + " " + summary).toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(text::contains)) {
            found.putIfAbsent(name, new FoundPackage(name, version, Printable.line(summary)));
        }
    }

    /** Returns those taken, by name. */
    List<FoundPackage> list() {
        return List.copyOf(found.values());
    }
}
