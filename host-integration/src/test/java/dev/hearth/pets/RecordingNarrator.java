package dev.hearth.pets;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Transfer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, a line each. */
public final class RecordingNarrator implements Narrator {
    private final List<String> lines = new ArrayList<>();

    /** {@return what was told, in order} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void creating(PetName name) {
        lines.add("creating " + name);
    }

    @Override
    public void settingUp(PetName name, String step) {
        lines.add("setting up " + name + ": " + step);
    }

    @Override
    public void setUpSaid(String line) {
        lines.add("said: " + line);
    }

    @Override
    public void setUpLogged(List<String> logged) {
        logged.forEach(line -> lines.add("logged: " + line));
    }

    @Override
    public void runningHook(PetName name, String command) {
        lines.add("running in " + name + ": " + command);
    }

    @Override
    public void created(PetName name) {
        lines.add("created " + name);
    }

    @Override
    public void starting(PetName name) {
        lines.add("starting " + name);
    }

    @Override
    public void stopping(PetName name) {
        lines.add("stopping " + name);
    }

    @Override
    public void saving(PetName name, GenerationNumber number) {
        lines.add("saving " + name + " as " + number);
    }

    @Override
    public void packageManagerSaid(PetName name, String line) {
        lines.add(name + ": " + line);
    }

    @Override
    public void givingTheTerminal() {
        lines.add("giving the terminal");
    }

    @Override
    public void undoing(PetName name, GenerationNumber number) {
        lines.add("undoing the change of " + name + " by " + number);
    }

    @Override
    public void cleanedUp(String what) {
        lines.add("cleaned up " + what);
    }

    @Override
    public void waitingFor(String holder) {
        lines.add("waiting for " + holder);
    }

    @Override
    public void startsByItself(PetName name, UserSystemd systemd) {
        lines.add("starts by itself: " + name + ", " + systemd);
    }

    @Override
    public void unitRepaired(PetName name, Path gone, Path launcher) {
        lines.add("unit of " + name + " repaired: called " + gone + ", calls " + launcher);
    }

    @Override
    public void warning(String sentence) {
        lines.add("warning: " + sentence);
    }

    @Override
    public void pulling(ImageReference reference) {
        lines.add("pulling " + reference);
    }

    @Override
    public void registryUnreachable(ImageReference reference, String reason) {
        lines.add("registry of " + reference + " unreachable: " + reason);
    }

    @Override
    public void bootstrapping(String distribution, String release) {
        lines.add("bootstrapping " + distribution + " " + release);
    }

    @Override
    public void transferred(Transfer transfer) {
        lines.add("transferred " + transfer);
    }

    @Override
    public void imageReady(ImageReference reference) {
        lines.add("ready " + reference);
    }
}
