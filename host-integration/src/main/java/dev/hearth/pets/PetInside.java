package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks what pets are like inside, and has their in-pet half change it. */
public final class PetInside {
    private final ContainerEngine engine;
    private final PetReader pets;
    private final PetStarts starts;
    private final PetLinks links;
    private final SetupLogs logs;
    private final Environment environment;
    private final String user;

    PetInside(
            ContainerEngine engine,
            PetReader pets,
            PetStarts starts,
            SetupLogs logs,
            Environment environment,
            Account account) {
        this.engine = engine;
        this.pets = pets;
        this.starts = starts;
        this.links = new PetLinks(engine);
        this.logs = logs;
        this.environment = environment;
        this.user = account.uid() + ":" + account.gid();
    }

    /**
     * Brings a pet up and has the in-pet half answer the owner, without a terminal.
     *
     * @param question the script, with its words
     * @param line called with each line of the answer
     * @return the script's exit status
     */
    public int ask(PetName name, List<String> question, Consumer<String> line, Narrator narrator) {
        var pet = starts.start(name, narrator);
        return engine.exec(pet.container().id(), asUser(question), line);
    }

    /**
     * Brings a pet up and has the in-pet half do something there as root, without a terminal.
     *
     * @param command the script, with its words
     * @param line called with each line of what it says
     * @return the script's exit status
     */
    public int administer(PetName name, List<String> command, Consumer<String> line, Narrator narrator) {
        var pet = starts.start(name, narrator);
        return engine.exec(pet.container().id(), ExecRequest.asRoot(command.toArray(String[]::new)), line);
    }

    /** {@return what a running pet finds at paths of the host, a line for each, as the script {@code seen} says it} */
    public List<String> seen(Pet pet, List<String> paths) {
        var words = new ArrayList<>(List.of(GuestFiles.SEEN.value()));
        words.addAll(paths);
        var lines = new ArrayList<String>();
        if (engine.exec(pet.container().id(), asUser(words), lines::add) != 0) {
            throw new PetSilent(pet.name(), String.join(" ", lines));
        }
        return lines;
    }

    /** {@return the commands in a pet that are the host's; one that does not run is started} */
    public List<String> links(PetName name, Narrator narrator) {
        return links.list(starts.start(name, narrator).container().id());
    }

    /**
     * Changes which commands in a pet are the host's; one that does not run is started.
     *
     * @throws LinkRefused when one cannot be changed
     */
    public void change(PetName name, LinkChange change, Narrator narrator) {
        links.change(starts.start(name, narrator).container().id(), change);
    }

    /**
     * {@return the variables of a session that the caller would open in a pet, sorted by name}
     *
     * <p>A pet that does not run is not started: what it would make of the values is not known then.
     */
    public List<SessionVariable> environment(PetName name) {
        return new PetEnvironment(engine, environment, user).of(pets.get(name));
    }

    /** {@return the last lines of what a pet's first process and its set-up said} */
    public PetLog logs(PetName name, int lines) {
        var pet = pets.get(name);
        var id = pet.container().id();
        var firstProcess = engine.logs(id, lines);
        if (!pet.isRunning()) {
            return new PetLog(firstProcess, logs.last(id, lines), false);
        }
        var setUp = new ArrayList<String>();
        engine.exec(id, GuestFiles.setupLog(lines), setUp::add);
        return new PetLog(firstProcess, setUp, true);
    }

    private ExecRequest asUser(List<String> words) {
        return new ExecRequest(user, Map.of(), words);
    }
}
