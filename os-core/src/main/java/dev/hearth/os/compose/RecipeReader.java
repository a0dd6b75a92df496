package dev.hearth.os.compose;

import dev.hearth.core.text.Printable;
import dev.hearth.core.yaml.YamlDocument;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.os.compose.Recipe.NewUser;
import dev.hearth.os.compose.Recipe.PlacedFile;
import dev.hearth.os.compose.Recipe.Source;
import dev.hearth.os.compose.Recipe.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads recipes; whatever it does not understand is an error that says where. */
public final class RecipeReader {
    private static final List<String> KEYS =
            List.of("ref", "base", "packages", "version", "files", "users", "services", "post", "kernel-arguments");
    private static final Set<String> WITH_APT = Set.of("debian", "ubuntu");
    private static final Set<String> WITH_DNF = Set.of("fedora", "centos");
    /** Any distribution of RPM packages whose repositories the recipe names. */
    private static final String OF_RPM = "rpm";

    private static final Predicate<String> REF = matching("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
    private static final Predicate<String> PACKAGE = matching("[A-Za-z0-9][A-Za-z0-9+._:-]*");
    private static final Predicate<String> RELEASE = matching("[a-z0-9][a-z0-9.-]*");
    private static final Predicate<String> REPOSITORY = matching("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Predicate<String> ADDRESS = matching("(https?|file)://[^\\s,\\x00-\\x1f]+");
    private static final Predicate<String> VERSION = matching("[A-Za-z0-9.+~_{}-]+");
    private static final Predicate<String> MODE = matching("[0-7]{3,4}");
    private static final Predicate<String> ACCOUNT = matching("[a-z_][a-z0-9_-]{0,31}");
    private static final Predicate<String> UNIT = matching("[A-Za-z0-9:_.\\\\@-]+\\.[a-z]+");
    private static final Predicate<String> PLACE = matching("/(etc|usr|opt|var)(/[^/\\x00-\\x1f]+)+");
    private static final Predicate<String> ARGUMENT = matching("[^\\s\"\\x00-\\x1f]+");
    private static final Predicate<String> WORDS = text -> Printable.line(text).equals(text) && !text.isEmpty();
    private static final Predicate<String> FIELD = WORDS.and(text -> text.indexOf(':') < 0);
    private static final Predicate<String> HASH = matching("[A-Za-z0-9./$,=*!-]+");

    private final Path directory;

    private RecipeReader(Path directory) {
        this.directory = directory;
    }

    /**
     * {@return what a file says}
     *
     * @throws dev.hearth.core.yaml.YamlError when it is malformed, has an unknown key, or a value that cannot be what its
     *     key is about
     */
    public static Recipe read(Path file) {
        var parent = file.toAbsolutePath().normalize().getParent();
        return new RecipeReader(parent == null ? file : parent).parse(YamlDocument.text(file), file.toString());
    }

    private Recipe parse(String text, String name) {
        var map = YamlDocument.parse(text, name);
        map.rejectUnknownKeys(KEYS);
        var source = source(map.require("base").asMap());
        var packages = words(map, "packages", PACKAGE, "is no name of a package");
        if (source instanceof Source.Archive && !packages.isEmpty()) {
            throw map.require("packages").error("are asked for beside an archive", "Leave one of them out.");
        }
        return new Recipe(
                text,
                checked(map.require("ref"), REF, "is no name of a branch"),
                source,
                packages,
                version(map),
                maps(map, "files").map(this::file).toList(),
                maps(map, "users").map(RecipeReader::user).toList(),
                map.map("services").map(RecipeReader::units).orElse(new Units(List.of(), List.of(), List.of())),
                words(map, "post", line -> !line.isBlank(), "is empty"),
                words(map, "kernel-arguments", ARGUMENT, "is no kernel argument"));
    }

    private Source source(YamlMap map) {
        map.rejectUnknownKeys(List.of("distribution", "release", "sources", "repositories", "archive"));
        var archive = map.get("archive");
        if (archive.isPresent()) {
            for (var other : List.of("distribution", "release", "sources", "repositories")) {
                reject(map, other, "is named beside an archive", "Leave one of them out.");
            }
            return new Source.Archive(existing(archive.get()));
        }
        var distribution = map.require("distribution");
        var release = checked(map.require("release"), RELEASE, "is no release");
        var name = distribution.asText();
        if (WITH_APT.contains(name)) {
            reject(map, "repositories", "are dnf's, and " + name + " has apt", "Name `sources` instead.");
            return new Source.Apt(name, release, words(map, "sources", WORDS, "is no source"));
        }
        if (WITH_DNF.contains(name) || name.equals(OF_RPM)) {
            reject(map, "sources", "are apt's, and " + name + " has dnf", "Name `repositories` instead.");
            var repositories = maps(map, "repositories").map(this::repository).toList();
            if (name.equals(OF_RPM) && repositories.isEmpty()) {
                throw distribution.error("has no repositories of its own", "Name `repositories`.");
            }
            if (repositories.stream().map(RpmRepository::id).distinct().count() < repositories.size()) {
                throw map.require("repositories").error("have one `id` twice");
            }
            return new Source.Dnf(name, release, repositories);
        }
        throw distribution.error(
                "is no distribution that bases are made of",
                "Write debian, ubuntu, fedora, centos or rpm, or name an `archive` instead.");
    }

    private RpmRepository repository(YamlMap map) {
        map.rejectUnknownKeys(List.of("id", "baseurl", "metalink", "gpgkey", "gpgcheck"));
        var id = map.require("id");
        var baseurl = one(map, "baseurl", ADDRESS, "is no address");
        var metalink = one(map, "metalink", ADDRESS, "is no address");
        if ((baseurl == null) == (metalink == null)) {
            throw id.error("needs either `baseurl` or `metalink`");
        }
        var key = map.get("gpgkey").map(this::key).orElse(null);
        if (map.bool("gpgcheck").orElse(true) == (key == null)) {
            throw id.error(
                    "needs either `gpgkey` or `gpgcheck: false`", "Without a key, anybody's packages would be taken.");
        }
        return new RpmRepository(checked(id, REPOSITORY, "is no name of a repository"), baseurl, metalink, key);
    }

    /** {@return where a key is: an address that vouches for what is there, or a file of the maker's} */
    private String key(YamlNode node) {
        return node.asText().startsWith("https://")
                ? checked(node, ADDRESS, "is no address")
                : existing(node).toUri().toString();
    }

    private static void reject(YamlMap map, String key, String problem, String hint) {
        map.get(key).ifPresent(node -> {
            throw node.error(problem, hint);
        });
    }

    private static String version(YamlMap map) {
        var node = map.require("version");
        var text = checked(node, VERSION, "is no version");
        var plain = text.replaceFirst("\\{date}", "").replaceFirst("\\{number}", "");
        if (plain.contains("{") || plain.contains("}")) {
            throw node.error("has braces that mean nothing", "`{date}` and `{number}` may be in it, each once.");
        }
        return text;
    }

    private PlacedFile file(YamlMap map) {
        map.rejectUnknownKeys(List.of("to", "from", "text", "mode"));
        var node = map.require("to");
        var to = checked(node, PLACE, "is no place below /etc, /usr, /opt or /var");
        if (!Path.of(to).normalize().toString().equals(to)) {
            throw node.error("is not the shortest way to it");
        }
        var from = map.get("from").map(this::existing).orElse(null);
        var text = map.string("text").orElse(null);
        if ((from == null) == (text == null)) {
            throw node.error("needs either `from` or `text`");
        }
        return new PlacedFile(to, from, text, one(map, "mode", MODE, "is no mode in octal"));
    }

    private static NewUser user(YamlMap map) {
        map.rejectUnknownKeys(List.of("name", "uid", "groups", "shell", "comment", "password"));
        var uid = map.integer("uid");
        if (uid.isPresent() && (uid.getAsLong() < 1 || uid.getAsLong() > 60_000)) {
            throw map.require("uid").error("must be from 1 to 60000");
        }
        return new NewUser(
                checked(map.require("name"), ACCOUNT, "is no name of a user"),
                uid.isPresent() ? uid.getAsLong() : null,
                words(map, "groups", ACCOUNT, "is no name of a group"),
                one(map, "shell", PLACE.or(matching("/bin/[a-z]+")), "is no path of a shell"),
                one(map, "comment", FIELD, "has a colon, or what nobody sees"),
                one(map, "password", HASH, "is no password as crypt(5) has it"));
    }

    private static Units units(YamlMap map) {
        map.rejectUnknownKeys(List.of("enable", "disable", "mask"));
        var problem = "is no unit";
        return new Units(
                words(map, "enable", UNIT, problem),
                words(map, "disable", UNIT, problem),
                words(map, "mask", UNIT, problem));
    }

    /** {@return a file of the maker's; relative paths go from the recipe} */
    private Path existing(YamlNode node) {
        var path = directory.resolve(checked(node, WORDS, "is no path")).normalize();
        if (!Files.isReadable(path)) {
            throw node.error("names '" + path + "', which is not there or may not be read");
        }
        return path;
    }

    private static Stream<YamlMap> maps(YamlMap map, String key) {
        return map.list(key).stream().flatMap(list -> list.maps().stream());
    }

    private static List<String> words(YamlMap map, String key, Predicate<String> allowed, String problem) {
        return map.list(key).stream()
                .flatMap(list -> list.entries().stream())
                .map(node -> checked(node, allowed, problem))
                .toList();
    }

    private static @Nullable String one(YamlMap map, String key, Predicate<String> allowed, String problem) {
        return map.get(key).map(node -> checked(node, allowed, problem)).orElse(null);
    }

    private static String checked(YamlNode node, Predicate<String> allowed, String problem) {
        var text = node.asText();
        if (!allowed.test(text)) {
            throw node.error("is '" + Printable.line(text) + "', which " + problem);
        }
        return text;
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
