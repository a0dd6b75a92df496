package dev.hearth.os.advice;

import dev.hearth.os.packages.PackagedFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a package has for its users.
 *
 * @param programs their names
 * @param applications the names of their desktop files, without the ending
 * @param development whether it has headers, which compilers read
 */
public record Offers(List<String> programs, List<String> applications, boolean development) {
    private static final Pattern PROGRAM = Pattern.compile("usr/(?:s?bin|games)/([^/]+)");
    private static final Pattern APPLICATION = Pattern.compile("usr/share/applications/([^/]+)\\.desktop");
    private static final Pattern DEVELOPMENT = Pattern.compile("usr/include/.+|usr/(?:lib|share)/pkgconfig/.+");

    /** An application's id: a domain's name from its end, and its own. */
    private static final Pattern ID = Pattern.compile("[A-Za-z][\\w-]*(\\.[A-Za-z_][\\w-]*){2,}");

    public Offers {
        programs = List.copyOf(programs);
        applications = List.copyOf(applications);
    }

    static Offers of(List<PackagedFile> files) {
        return new Offers(
                names(files, PROGRAM),
                names(files, APPLICATION),
                paths(files).anyMatch(path -> DEVELOPMENT.matcher(path).matches()));
    }

    private static List<String> names(List<PackagedFile> files, Pattern pattern) {
        return paths(files)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> paths(List<PackagedFile> files) {
        return files.stream().map(PackagedFile::path).map(PlainPath::of);
    }

    /** {@return the id by which stores of applications know it, which its desktop file has for a name} */
    public Optional<String> applicationId() {
        return applications.stream().filter(name -> ID.matcher(name).matches()).findFirst();
    }
}
