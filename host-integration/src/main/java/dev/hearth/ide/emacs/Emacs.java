package dev.hearth.ide.emacs;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.host.Account;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.Marked;
import dev.hearth.ide.MarkedFile;
import dev.hearth.ide.Step;
import dev.hearth.ide.UserFile;
import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Emacs, which knows all pets by one method of TRAMP: a library of hearth's, and a line in the user's own file that loads
 * it.
 *
 * @param directory where Emacs keeps what is its user's
 * @param init what it reads at its start
 */
public record Emacs(Path directory, UserFile init) {
    /** What hearth calls it. */
    public static final String NAME = "emacs";

    private static final String LIBRARY = "hearth-tramp.el";
    /** Pets are not told one by one, and the mark has to name one. */
    private static final PetName ANY = new PetName("any");

    /** {@return the Emacs of a user, with the file that it would read} */
    public static Emacs of(Account account, Path config) {
        var home = account.home();
        var usual = home.resolve(".emacs.d");
        var directory = !isThere(usual) && isThere(config.resolve("emacs")) ? config.resolve("emacs") : usual;
        // In the order in which Emacs looks for them; of all others it reads none.
        var init = Stream.of(home.resolve(".emacs.el"), home.resolve(".emacs"))
                .filter(Emacs::isThere)
                .findFirst()
                .orElse(directory.resolve("init.el"));
        return new Emacs(directory, new UserFile(init));
    }

    /** {@return what tells it about pets; nothing when it knows} */
    public List<Step> setUp(HearthCall call) {
        var steps = new ArrayList<Step>();
        library().saying(new Marked(ANY, NAME, call.launcher(), body(call))).ifPresent(steps::add);
        init.withEarlyLine(line(), Emacs::isForTheFirstLine).ifPresent(steps::add);
        return steps;
    }

    /** {@return what makes it forget pets} */
    public List<Step> remove() {
        var steps = new ArrayList<Step>();
        init.withoutLine(line()).ifPresent(steps::add);
        library().removed().ifPresent(steps::add);
        return steps;
    }

    /** {@return how the user gets into a pet by it, in a sentence without its period} */
    public String use() {
        return "In Emacs, /hearth:PET:/path is a file in a pet";
    }

    /** Emacs reads there what language the file is in. */
    private static boolean isForTheFirstLine(String line) {
        return line.contains("-*-");
    }

    private MarkedFile library() {
        return new MarkedFile(directory.resolve(LIBRARY), ";;");
    }

    private String line() {
        return "(load %s t t)".formatted(quoted(directory.resolve(LIBRARY).toString()));
    }

    private static String body(HearthCall call) {
        var words = call.fromSession().stream().map(Emacs::quoted).collect(joining(" "));
        return text() + "\n(setq hearth-tramp-command '(%s))\n(hearth-tramp-enable)\n".formatted(words);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text() {
        try (InputStream resource = Emacs.class.getResourceAsStream(LIBRARY)) {
            if (resource == null) {
                throw new IllegalStateException("the distribution lacks " + LIBRARY);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
