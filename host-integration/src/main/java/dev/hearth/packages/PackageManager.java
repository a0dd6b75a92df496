package dev.hearth.packages;

import static dev.hearth.packages.PackageAction.INSTALL;
import static dev.hearth.packages.PackageAction.REMOVE;
import static dev.hearth.packages.PackageAction.UPGRADE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The package managers that hearth knows, and the words by which each does what is asked of it. */
public final class PackageManager {
    public static final PackageManager APT = new PackageManager(
            "apt-get",
            words("apt-get -q -o Acquire::http::Timeout=20 update"),
            Map.of(
                    INSTALL,
                    new Runs(apt("--simulate install"), apt("--yes --download-only install"), apt("--yes install")),
                    REMOVE,
                    new Runs(apt("--simulate remove"), List.of(), apt("--yes remove")),
                    UPGRADE,
                    new Runs(
                            apt("--simulate --with-new-pkgs upgrade"),
                            apt("--yes --download-only --with-new-pkgs upgrade"),
                            apt("--yes --with-new-pkgs upgrade"))),
            new Answers("(Inst|Remv|Purg|Conf) .*", Set.of(0)),
            words("apt-cache search --"),
            SearchOutput.APT);
    public static final PackageManager DNF5 = new PackageManager("dnf5");
    public static final PackageManager DNF = new PackageManager("dnf");
    public static final PackageManager MICRODNF = new PackageManager(
            "microdnf",
            words("microdnf makecache"),
            Map.of(
                    INSTALL, Runs.tested("microdnf -y", "install"),
                    REMOVE, Runs.tested("microdnf -y", "remove"),
                    UPGRADE, Runs.tested("microdnf -y", "upgrade")),
            Answers.OF_DNF,
            List.of(),
            null);
    public static final PackageManager YUM = new PackageManager("yum");
    public static final PackageManager ZYPPER = new PackageManager(
            "zypper",
            words("zypper --non-interactive refresh"),
            Map.of(
                    INSTALL, Runs.withOptions("zypper --non-interactive install", "--dry-run", "--download-only"),
                    REMOVE,
                            new Runs(
                                    words("zypper --non-interactive remove --dry-run"),
                                    List.of(),
                                    words("zypper --non-interactive remove")),
                    UPGRADE, Runs.withOptions("zypper --non-interactive update", "--dry-run", "--download-only")),
            // 102 and 103: something is to be restarted.
            new Answers("The following .*(is|are) going to be .*", Set.of(0, 102, 103)),
            words("zypper --non-interactive --quiet search --type package"),
            SearchOutput.ZYPPER);
    public static final PackageManager PACMAN = new PackageManager(
            "pacman",
            words("pacman -Sy --noconfirm"),
            Map.of(
                    INSTALL,
                    Runs.withOptions(
                            "pacman -S --needed --noconfirm", "--print --print-format %n=%v", "--downloadonly"),
                    REMOVE,
                    new Runs(
                            words("pacman -Rs --noconfirm --print --print-format %n=%v"),
                            List.of(),
                            words("pacman -Rs --noconfirm")),
                    UPGRADE,
                    Runs.withOptions("pacman -Su --noconfirm", "--print --print-format %n=%v", "--downloadonly")),
            new Answers("[^\\s:=]+=\\S+", Set.of(0)),
            words("pacman -Ss --"),
            SearchOutput.PACMAN);
    public static final PackageManager APK = new PackageManager(
            "apk",
            words("apk update"),
            Map.of(
                    INSTALL, Runs.simulated("apk add"),
                    REMOVE, Runs.simulated("apk del"),
                    UPGRADE, Runs.simulated("apk upgrade")),
            new Answers("\\([ 0-9]+/[0-9]+\\) .*", Set.of(0)),
            words("apk search -v -d --"),
            SearchOutput.APK);

    /** The in-pet half says which of them a pet has. */
    private static final List<PackageManager> ALL = List.of(APT, DNF5, DNF, MICRODNF, YUM, ZYPPER, PACMAN, APK);

    private final String program;
    private final List<String> refresh;
    private final Map<PackageAction, Runs> runs;
    private final Answers answers;
    private final List<String> search;
    private final @Nullable SearchOutput found;

    private PackageManager(
            String program,
            List<String> refresh,
            Map<PackageAction, Runs> runs,
            Answers answers,
            List<String> search,
            @Nullable SearchOutput found) {
        this.program = program;
        this.refresh = refresh;
        this.runs = runs;
        this.answers = answers;
        this.search = search;
        this.found = found;
    }

    /** One that takes dnf's words. */
    private PackageManager(String dnf) {
        this(
                dnf,
                words(dnf + " -q makecache"),
                Map.of(
                        INSTALL, Runs.declined(dnf, "install"),
                        REMOVE, new Runs(words(dnf + " --assumeno remove"), List.of(), words(dnf + " -y remove")),
                        UPGRADE, Runs.declined(dnf, "upgrade")),
                Answers.OF_DNF,
                words(dnf + " -q search"),
                SearchOutput.DNF);
    }

    /** {@return the one with this program; nothing when hearth knows none} */
    public static Optional<PackageManager> of(String program) {
        return ALL.stream().filter(manager -> manager.program.equals(program)).findFirst();
    }

    /** {@return its program, by which people know it} */
    public String program() {
        return program;
    }

    /** {@return the command that fetches the lists of what there is} */
    public List<String> refresh() {
        return refresh;
    }

    /** {@return the command that says what a request would do, and does nothing} */
    public List<String> plan(PackageRequest request) {
        return with(runs(request).plan(), request.words());
    }

    /** {@return the command that fetches what a request needs, and installs nothing; empty where there is none} */
    public List<String> fetch(PackageRequest request) {
        var fetch = runs(request).fetch();
        return fetch.isEmpty() ? fetch : with(fetch, request.words());
    }

    /** {@return the command that does it} */
    public List<String> change(PackageRequest request) {
        return with(runs(request).change(), request.words());
    }

    /** {@return the statuses of {@link #change} that mean that it was done} */
    public Set<Integer> successes() {
        return answers.successes();
    }

    /** {@return whether {@link #plan} says that the request can be met} */
    public boolean isPossible(int status, List<String> said) {
        return successes().contains(status) || said.stream().map(String::strip).anyMatch(Answers.DECLINED);
    }

    /** {@return whether {@link #plan} says that anything would change} */
    public boolean changesAnything(List<String> said) {
        return said.stream().anyMatch(line -> answers.change().matcher(line).matches());
    }

    /** {@return whether it can search} */
    public boolean searches() {
        return found != null;
    }

    /** {@return the command that searches for packages that have all of these words} */
    public List<String> search(List<SearchWord> wanted) {
        return with(search, wanted.stream().map(SearchWord::value).toList());
    }

    /** {@return what a search printed} */
    public List<FoundPackage> found(List<String> printed) {
        return found == null ? List.of() : found.read(printed);
    }

    private Runs runs(PackageRequest request) {
        return Objects.requireNonNull(runs.get(request.action()));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }

    /** A name that is not there must not be taken for a pattern; files that the user changed are kept as they are. */
    private static List<String> apt(String rest) {
        return words("apt-get -q -o APT::Cmd::Pattern-Only=true -o Dpkg::Options::=--force-confdef"
                + " -o Dpkg::Options::=--force-confold " + rest);
    }

    private static List<String> with(List<String> words, List<String> more) {
        var all = new ArrayList<>(words);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** The commands of one action, each without the names. */
    private record Runs(List<String> plan, List<String> fetch, List<String> change) {
        static Runs withOptions(String command, String plan, String fetch) {
            return new Runs(words(command + " " + plan), words(command + " " + fetch), words(command));
        }

        static Runs simulated(String command) {
            return new Runs(words(command + " --simulate"), List.of(), words(command));
        }

        static Runs declined(String program, String verb) {
            return new Runs(
                    words(program + " --assumeno " + verb),
                    words(program + " -y --downloadonly " + verb),
                    words(program + " -y " + verb));
        }

        /** Fetches as well: all but the change itself is done. */
        static Runs tested(String command, String verb) {
            return new Runs(words(command + " --setopt=tsflags=test " + verb), List.of(), words(command + " " + verb));
        }
    }

    /**
     * How it answers.
     *
     * @param change a line of a plan that tells of a change
     */
    private record Answers(Pattern change, Set<Integer> successes) {
        static final Answers OF_DNF = new Answers("Transaction Summary:?", Set.of(0));
        /** What dnf and yum say, with a status that means failure, when told to decline what they would do. */
        static final Predicate<String> DECLINED = Pattern.compile(
                        "Operation aborted( by the user)?\\.?|Exiting on user command")
                .asMatchPredicate();

        Answers(String change, Set<Integer> successes) {
            this(Pattern.compile(change), successes);
        }
    }
}
