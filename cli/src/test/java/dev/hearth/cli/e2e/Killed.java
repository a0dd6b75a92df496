package dev.hearth.cli.e2e;

/** A command that is killed while it works. */
final class Killed {
    private Killed() {}

    /** {@return how many steps a command told of, with {@code --verbose}} */
    static int steps(String verbose) {
        return (int) verbose.lines().filter(line -> line.startsWith("hearth: ")).count();
    }

    /**
     * Runs a command and kills it.
     *
     * @param steps that it tells of when it is left alone
     * @param log the name of the file for what it says
     */
    static void at(Kill kill, int steps, InstalledHearth hearth, String log, String... words) {
        var command = hearth.launch(log, words);
        try {
            Eventually.see(
                    kill + " of " + steps,
                    () -> hearth.log(log),
                    text -> steps(text) >= kill.step() || !command.isAlive());
            kill.await(command);
        } finally {
            Programs.kill(command);
        }
    }
}
