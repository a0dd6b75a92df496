package dev.hearth.os.repository;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The {@code ostree} program on one repository. */
public record Repository(Path directory, Processes processes) {
    private static final Duration WORK = Duration.ofHours(1);
    private static final DateTimeFormatter LOGGED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XX");

    /** Makes the repository where there is none; the mode is ostree's word. */
    public void prepare(String mode) {
        if (!exists()) {
            run("init", List.of("--mode=" + mode));
        }
    }

    /**
     * {@return itself}
     *
     * @throws NoRepository when there is none
     */
    public Repository required() {
        if (!exists()) {
            throw new NoRepository(directory);
        }
        return this;
    }

    private boolean exists() {
        return Files.exists(directory.resolve("config"));
    }

    /** {@return a directory of hearth's own beside ostree's, which ostree leaves alone} */
    public Path extension() {
        return directory.resolve("extensions/hearth");
    }

    /** {@return the commit that a branch, or a checksum in full or in part, names} */
    public Optional<String> find(String name) {
        if (!exists()) {
            return Optional.empty();
        }
        var finished = ask("rev-parse", List.of("--", name));
        return finished.succeeded() ? Optional.of(finished.out().strip()) : Optional.empty();
    }

    /**
     * {@return the commit that a branch or a checksum names}
     *
     * @throws UnknownCommit when it names none
     */
    public String commit(String name) {
        return find(name).orElseThrow(() -> new UnknownCommit(name, directory));
    }

    /** {@return the commit before another on its branch, when it has one} */
    public Optional<String> parent(String commit) {
        return find(commit + "^");
    }

    /** {@return the text that was noted with a commit} */
    public Optional<String> note(String commit, String key) {
        var finished = ask("show", List.of("--print-metadata-key=" + key, commit));
        // GVariant's text form of a text that has no quotes in it.
        return finished.succeeded() ? Optional.of(finished.out().strip().replaceAll("^'|'$", "")) : Optional.empty();
    }

    /** {@return what was noted with a commit, in GVariant's text form; empty when nothing was} */
    public String noted(String commit, String key) {
        return ask("show", List.of("--print-metadata-key=" + key, commit)).out();
    }

    /** {@return what people call a commit} */
    public Optional<String> version(String commit) {
        return note(commit, "version");
    }

    /** {@return when a commit was made, by what it says itself} */
    public Instant time(String commit) {
        return run("log", List.of(commit))
                .out()
                .lines()
                .filter(line -> line.startsWith("Date:"))
                .findFirst()
                .map(line -> LOGGED.parse(line.substring(line.indexOf(':') + 1).strip(), Instant::from))
                .orElse(Instant.EPOCH);
    }

    /** {@return whether somebody signed a commit} */
    public boolean isSigned(String commit) {
        return ask("show", List.of("--print-detached-metadata-key=ostree.gpgsigs", commit))
                .succeeded();
    }

    /** Runs a verb of ostree's that may fail. */
    public Finished ask(String verb, List<String> words) {
        return processes.run(Command.of("ostree", verb, "--repo=" + directory)
                .with(words)
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withTimeout(WORK));
    }

    /** Runs a verb of ostree's. */
    public Finished run(String verb, List<String> words) {
        return ask(verb, words).orThrow();
    }
}
