package dev.hearth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** What the build runs to write down what the launcher can say without Java: the version, and the help of each command. */
public final class Texts {
    private Texts() {}

    /** Writes each into a file of the directory that is the first argument, called like its manual page. */
    public static void main(String[] arguments) throws IOException {
        var directory = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(directory.resolve("version"), String.join("\n", new Version().getVersion()) + "\n");
        write(directory, "hearth", Main.parser());
    }

    private static void write(Path directory, String name, CommandLine command) throws IOException {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        Files.writeString(directory.resolve(name), command.getUsageMessage());
        for (var subcommand : command.getSubcommands().entrySet()) {
            write(directory, name + "-" + subcommand.getKey(), subcommand.getValue());
        }
    }
}
