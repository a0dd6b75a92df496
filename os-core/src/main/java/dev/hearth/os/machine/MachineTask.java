package dev.hearth.os.machine;

/**
 * Something to look at inside a machine.
 *
 * @param kind {@code run} or {@code unit}, as the script in the machine has it
 * @param name how the report calls it: a word of its own
 * @param what the program's path, or the unit
 */
public record MachineTask(String kind, String name, String what) {
    /** What a line of words can carry. */
    private static final String WORD = "[!-~]+";

    public MachineTask {
        if (!isWord(name) || !isWord(what)) {
            throw new IllegalArgumentException("more than a word: " + name + ", " + what);
        }
    }

    /** {@return whether something can be named to a machine} */
    public static boolean isWord(String text) {
        return text.matches(WORD);
    }

    /** {@return a program to run; the report has its status, and the end of what it said} */
    public static MachineTask program(String name, String path) {
        return new MachineTask("run", name, path);
    }

    /** {@return a unit to wait for, as long as it starts; the report has its state, in systemd's words} */
    public static MachineTask unit(String name, String unit) {
        return new MachineTask("unit", name, unit);
    }

    String line() {
        return "%s %s %s\n".formatted(kind, name, what);
    }
}
