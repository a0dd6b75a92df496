package dev.hearth.pets;

import dev.hearth.generations.GenerationNumber;
import dev.hearth.images.ImageNarrator;
import java.nio.file.Path;
import java.util.List;

/** Is told what happens to pets, for the user to read while it happens. */
public interface Narrator extends ImageNarrator {
    /** A pet is being made. */
    void creating(PetName name);

    /** A step of the set-up inside a pet began; the words come from the in-pet half. */
    void settingUp(PetName name, String step);

    /** This is a line of what a hook, or a step of the set-up that failed, said itself. */
    void setUpSaid(String line);

    /** A set-up came to its end, and this is all that its steps said themselves. */
    void setUpLogged(List<String> lines);

    /** A command that a manifest wants done in a pet, before it is there, is being run; what it says follows. */
    void runningHook(PetName name, String command);

    /** A pet is there and works. */
    void created(PetName name);

    /** A pet is being started. */
    void starting(PetName name);

    /** A pet is being stopped, to be made anew. */
    void stopping(PetName name);

    /** A generation of a pet is being saved. */
    void saving(PetName name, GenerationNumber number);

    /** A pet's package manager said a line. */
    void packageManagerSaid(PetName name, String line);

    /** A pet's package manager gets the terminal. */
    void givingTheTerminal();

    /** A change of a pet failed, and it is being returned to what it was. */
    void undoing(PetName name, GenerationNumber number);

    /** What an interrupted command left behind was cleared away. */
    void cleanedUp(String what);

    /** Another hearth command holds what this one needs. */
    void waitingFor(String holder);

    /** A pet is going to start by itself, as far as the user's systemd goes. */
    void startsByItself(PetName name, UserSystemd systemd);

    /** A pet's unit called a launcher that is gone, and was made to call this one. */
    void unitRepaired(PetName name, Path gone, Path launcher);

    /** Something that the user should know and that does not stop the command. */
    void warning(String sentence);
}
