package dev.hearth.os.compose;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base is to be made of.
 *
 * @param text the whole file, as it was read
 * @param ref the branch that its versions are committed to
 * @param version how its versions are called
 * @param post lines of sh, each run in the new tree
 * @param kernelArguments what its machines are to boot with
 */
public record Recipe(
        String text,
        String ref,
        Source source,
        List<String> packages,
        String version,
        List<PlacedFile> files,
        List<NewUser> users,
        Units units,
        List<String> post,
        List<String> kernelArguments) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String DATE_MARK = "{date}";
    private static final String NUMBER_MARK = "{number}";

    public Recipe {
        packages = List.copyOf(packages);
        files = List.copyOf(files);
        users = List.copyOf(users);
        post = List.copyOf(post);
        kernelArguments = List.copyOf(kernelArguments);
    }

    /** Where the packages come from. */
    public sealed interface Source {

        /**
         * A package mirror of Debian's family.
         *
         * @param sources lines as in apt's sources.list; none for the distribution's own
         */
        record Apt(String distribution, String release, List<String> sources) implements Source {
            public Apt {
                sources = List.copyOf(sources);
            }
        }

        /**
         * Repositories of RPM packages.
         *
         * @param repositories none for the distribution's own
         */
        record Dnf(String distribution, String release, List<RpmRepository> repositories) implements Source {
            public Dnf {
                repositories = List.copyOf(repositories);
            }
        }

        /** A root file system in a tar archive, with all packages that there are to be. */
        record Archive(Path file) implements Source {}
    }

    /**
     * A file or directory that is put into the tree.
     *
     * @param to where, as seen from inside
     * @param from what is copied; absent where the text is the content
     * @param mode of the file in octal; absent to keep that of what is copied, and 0644 for a text
     */
    public record PlacedFile(
            String to,
            @Nullable Path from,
            @Nullable String text,
            @Nullable String mode) {}

    /**
     * A user that every machine is to have.
     *
     * @param password as crypt(5) has it; absent for a user that cannot log in with one
     */
    public record NewUser(
            String name,
            @Nullable Long uid,
            List<String> groups,
            @Nullable String shell,
            @Nullable String comment,
            @Nullable String password) {
        public NewUser {
            groups = List.copyOf(groups);
        }
    }

    /** What systemd is to start, and not to. */
    public record Units(List<String> enable, List<String> disable, List<String> mask) {
        public Units {
            enable = List.copyOf(enable);
            disable = List.copyOf(disable);
            mask = List.copyOf(mask);
        }
    }

    /**
     * {@return the version of what is composed}
     *
     * @param time of the newest thing in it
     * @param present the version that the branch has now; absent for the first
     */
    String versionAt(Instant time, @Nullable String present) {
        var dated = version.replace(DATE_MARK, DATE.format(time));
        if (!dated.contains(NUMBER_MARK)) {
            return dated;
        }
        var parts = dated.split("\\{number}", 2);
        long number = 0;
        if (present != null
                && present.length() > parts[0].length() + parts[1].length()
                && present.startsWith(parts[0])
                && present.endsWith(parts[1])) {
            var digits = present.substring(parts[0].length(), present.length() - parts[1].length());
            number = digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) + 1 : 0;
        }
        return dated.replace(NUMBER_MARK, Long.toString(number));
    }
}
