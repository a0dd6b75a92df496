package dev.hearth.os.advice;

import dev.hearth.os.packages.PackageContent;
import dev.hearth.os.packages.PackagedFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Judges where packages belong by what they consist of, installed or not. */
public final class Judge {
    private static final Pattern PROGRAM = Pattern.compile("usr/s?bin/([^/]+)");
    /** What scripts of packages do for a program to be one that may be logged in with. */
    private static final Pattern REGISTERED = Pattern.compile("add-shell\\s|/etc/shells");

    private static final Pattern GRANTED =
            Pattern.compile("\\bsetcap\\s|dpkg-statoverride\\s+--update\\s+--add\\s+\\S+\\s+\\S+\\s+0?[4-7]\\d{3}");

    /** Distributions list them as shells too, and nobody logs in with them. */
    private static final Set<String> MULTIPLEXERS = Set.of("tmux", "screen", "byobu");

    private final Set<String> shells;
    private final boolean flatpak;

    /**
     * Judges for a host.
     *
     * @param shells the paths in its {@code /etc/shells}
     * @param flatpak whether it has Flatpak
     */
    public Judge(Set<String> shells, boolean flatpak) {
        this.shells = shells.stream()
                .map(path -> PlainPath.of(path.replaceFirst("^/", "")))
                .collect(Collectors.toUnmodifiableSet());
        this.flatpak = flatpak;
    }

    /**
     * {@return where a package belongs}
     *
     * @param parts the package, and those of the same source that it does not do without
     */
    public Judgement judge(List<PackageContent> parts) {
        var found = new EnumMap<Need, List<String>>(Need.class);
        parts.forEach(part -> collect(part, found));
        var files = parts.stream().flatMap(part -> part.files().stream()).toList();
        var offers = Offers.of(files);
        var needs = found.entrySet().stream()
                .map(entry -> new Evidence(
                        entry.getKey(),
                        entry.getValue().stream().sorted().distinct().toList()))
                .toList();
        return new Judgement(place(needs, offers), needs, offers);
    }

    private Place place(List<Evidence> needs, Offers offers) {
        if (!needs.isEmpty()) {
            return Place.BASE;
        }
        return flatpak && offers.applicationId().isPresent() ? Place.FLATPAK : Place.PET;
    }

    private void collect(PackageContent content, Map<Need, List<String>> found) {
        for (var file : content.files()) {
            var path = PlainPath.of(file.path());
            for (var need : Need.values()) {
                if (need.isShownBy(path)) {
                    add(found, need, file);
                }
            }
            if (file.privileged()) {
                add(found, Need.PRIVILEGED_PROGRAM, file);
            }
            if (isShell(path, content)) {
                add(found, Need.LOGIN_SHELL, file);
            }
        }
        if (GRANTED.matcher(content.scripts()).find()) {
            programs(content).forEach(file -> add(found, Need.PRIVILEGED_PROGRAM, file));
        }
    }

    private boolean isShell(String path, PackageContent content) {
        var program = PROGRAM.matcher(path);
        if (!program.matches() || MULTIPLEXERS.contains(program.group(1))) {
            return false;
        }
        return shells.contains(path)
                || (program.group(1).equals(content.name())
                        && REGISTERED.matcher(content.scripts()).find());
    }

    /** {@return the programs that a package's script names; all of them where it only tells the shell which} */
    private static List<PackagedFile> programs(PackageContent content) {
        var programs = content.files().stream()
                .filter(file -> PROGRAM.matcher(PlainPath.of(file.path())).matches())
                .toList();
        var named = programs.stream()
                .filter(file -> content.scripts().contains(name(file)))
                .toList();
        return named.isEmpty() ? programs : named;
    }

    private static String name(PackagedFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static void add(Map<Need, List<String>> found, Need need, PackagedFile file) {
        found.computeIfAbsent(need, _ -> new ArrayList<>()).add("/" + file.path());
    }
}
