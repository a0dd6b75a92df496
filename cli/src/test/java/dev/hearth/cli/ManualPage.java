package dev.hearth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the manual page of a command, in roff, from the command itself. */
final class ManualPage {
    private final CommandSpec spec;
    private final List<String> lines = new ArrayList<>();

    private ManualPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** {@return the page's text} */
    static String of(CommandLine command) {
        var page = new ManualPage(command.getCommandSpec());
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    /** {@return what the page is called, such as {@code hearth-image-pull}} */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private void write() {
        var title = spec.qualifiedName("-");
        lines.add(".\\\" Generated from the commands themselves.");
        lines.add(".TH \"%s\" \"1\" \"\" \"hearth\" \"hearth manual\"".formatted(title.toUpperCase(Locale.ROOT)));
        section("NAME");
        lines.add(escaped(title) + " \\- " + escaped(sentence()));
        section("SYNOPSIS");
        lines.add(".B " + escaped(spec.qualifiedName()));
        lines.add(escaped(synopsis()));
        if (!spec.positionalParameters().isEmpty()) {
            section("ARGUMENTS");
            spec.positionalParameters().forEach(this::argument);
        }
        section("OPTIONS");
        spec.options().forEach(this::option);
        if (!spec.subcommands().isEmpty()) {
            section("COMMANDS");
            spec.subcommands().forEach(this::command);
        }
        notes();
        if (spec.parent() == null) {
            files();
        }
        statuses();
        seeAlso();
    }

    private String sentence() {
        var text = spec.usageMessage().description()[0];
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private String synopsis() {
        var words = new ArrayList<String>();
        words.add("[OPTIONS]");
        if (!spec.subcommands().isEmpty()) {
            words.add("COMMAND");
        }
        for (var parameter : spec.positionalParameters()) {
            words.add(label(parameter));
        }
        return String.join(" ", words);
    }

    private static String label(PositionalParamSpec parameter) {
        var name = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.arity().min() == 0 ? "[" + name + "]" : name;
    }

    private void argument(PositionalParamSpec parameter) {
        item(label(parameter), parameter);
    }

    private void option(OptionSpec option) {
        var value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        item(String.join(", ", option.names()) + value, option);
    }

    private void item(String head, ArgSpec argument) {
        lines.add(".TP");
        lines.add(".B " + escaped(head));
        lines.add(escaped(argument.description()[0]));
    }

    private void command(String name, CommandLine command) {
        var usage = command.getCommandSpec().usageMessage();
        if (!usage.hidden() && command.getCommandName().equals(name)) {
            lines.add(".TP");
            lines.add("\\fB%s\\fR(1)".formatted(escaped(name(command))));
            lines.add(escaped(usage.description()[0]));
        }
    }

    /** The help's footer: paragraphs, and then the examples. */
    private void notes() {
        boolean inExamples = false;
        var heading = "NOTES";
        for (var line : spec.usageMessage().footer()) {
            if (line.equals("Examples:")) {
                section("EXAMPLES");
                lines.add(".nf");
                inExamples = true;
            } else if (inExamples) {
                lines.add(escaped(line.strip()));
            } else if (!line.isEmpty()) {
                if (!heading.isEmpty()) {
                    section(heading);
                    heading = "";
                }
                lines.add(escaped(line));
            }
        }
        if (inExamples) {
            lines.add(".fi");
        }
    }

    private void files() {
        section("FILES");
        file("~/.config/hearth/config.yaml, /etc/hearth/config.yaml", "Settings; the former outranks the latter.");
        file("~/.config/hearth/images.d/*.yaml", "More distributions for the catalogue.");
        file("~/.local/state/hearth/log/hearth.log", "What the last runs did.");
        file(
                "/var/lib/hearth/os/history.jsonl",
                "What was done to the base; in ostree/hearth of a sysroot that --sysroot names.");
        file(".hearth", "The name of the pet that commands mean in this directory and below it, once allowed.");
        file("hearth.yaml", "Pets that a project declares, for hearth apply.");
    }

    private void file(String name, String text) {
        lines.add(".TP");
        lines.add(".I " + escaped(name));
        lines.add(escaped(text));
    }

    private void statuses() {
        section("EXIT STATUS");
        lines.add(
                "0 success, 1 a bug in hearth, 2 a wrong command line or value, 3 something is not there, 4 the state");
        lines.add("forbids it, 5 something needed is missing, 6 permission is missing, 7 another program failed,");
        lines.add("8 a project's file was not allowed, 130 stopped by the user.");
        lines.add("enter, run and ephemeral end with the status of the program in the pet, or with 125 when hearth");
        lines.add("failed before, 126 when the program cannot be run, 127 when there is none.");
    }

    private void seeAlso() {
        section("SEE ALSO");
        lines.add(spec.parent() == null ? "\\fBpodman\\fR(1), \\fBdocker\\fR(1)" : "\\fBhearth\\fR(1)");
    }

    private void section(String title) {
        lines.add(".SH \"" + title + "\"");
    }

    private static String escaped(String text) {
        var safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
