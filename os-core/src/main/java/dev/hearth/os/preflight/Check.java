package dev.hearth.os.preflight;

import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.util.List;
import java.util.SortedMap;

/** One kind of thing that a deployment can be wrong in, found out by a program of its own. */
interface Check {

    /** {@return the command that finds it out, for people} */
    String command();

    /**
     * {@return what to look at in a new deployment}
     *
     * @param present what is in use now
     */
    List<String> subjects(Root present, Root made, ProgramDiff programs);

    /** {@return which of these a deployment has that are wrong, each with the program's own words} */
    SortedMap<String, String> complaints(Candidate deployment, List<String> subjects);
}
