package dev.hearth.ide.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.FileTool.Inclusion;
import dev.hearth.ide.ShellWords;
import dev.hearth.ide.UserFile;
import dev.hearth.pets.PetName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Terminals that read a file for each pet. */
record FileTerminals(TerminalPlaces places) {
    private static final String PREFIX = "hearth-";

    /** Programs of tmux's own begin at 0, and users count on from there. */
    private static final long FIRST_ALIAS = 100_000;

    private static final long ALIASES = 1_000_000_000;

    /** The directory that the shell in the pane told of; without that, where the pane's own program is. */
    private static final String DIRECTORY = "#{?pane_path,#{s|^file://[^/]*||:pane_path},#{pane_current_path}}";

    /** kitty has actions of the user's own, which keys are mapped to. */
    FileTool kitty() {
        var directory = places.config().resolve("kitty");
        return new FileTool(
                TerminalName.KITTY.word(),
                directory,
                PREFIX,
                ".conf",
                "#",
                (pet, call) -> "action_alias hearth-%1$s launch --type=tab --tab-title=%1$s --cwd=last_reported %2$s\n"
                        .formatted(pet, entering(pet, call)),
                new Inclusion(new UserFile(directory.resolve("kitty.conf")), "globinclude hearth-*.conf"),
                pet -> "A key opens a tab in it, with `map KEY hearth-" + pet + "` in kitty.conf");
    }

    FileTool konsole() {
        return new FileTool(
                TerminalName.KONSOLE.word(),
                places.data().resolve("konsole"),
                PREFIX,
                ".profile",
                "#",
                (pet, call) -> """
                        [General]
                        Command=%2$s
                        Icon=utilities-terminal
                        Name=hearth-%1$s
                        Parent=FALLBACK/
                        """.formatted(pet, entering(pet, call).replace("\\", "\\\\")),
                null,
                pet -> "`konsole --profile hearth-" + pet + "` opens a window in it, and so does Konsole's menu");
    }

    FileTool foot() {
        var directory = places.config().resolve("foot");
        return new FileTool(
                TerminalName.FOOT.word(),
                directory,
                PREFIX,
                ".ini",
                "#",
                (pet, call) -> including(directory.resolve("foot.ini"))
                        + "title=%s\nshell=%s\n".formatted(pet, entering(pet, call)),
                null,
                pet -> "`foot --config " + directory.resolve(PREFIX + pet + ".ini") + "` opens a window in it");
    }

    /** tmux has commands of the user's own, at places of a list. */
    FileTool tmux() {
        var directory = places.config().resolve("tmux");
        var file = new UserFile(places.tmux());
        var all = ShellWords.line(List.of(directory.resolve("hearth-*.conf").toString()));
        return new FileTool(
                TerminalName.TMUX.word(),
                directory,
                PREFIX,
                ".conf",
                "#",
                FileTerminals::tmuxCommand,
                new Inclusion(file, "source-file -q " + all),
                pet -> "`hearth-" + pet + "` opens a window in it, at tmux's prompt or with `bind KEY hearth-" + pet
                        + "`, once tmux has read '" + file.path() + "' again");
    }

    /** What WezTerm is configured by is a program, which nobody but its author should change. */
    FileTool wezterm() {
        return new FileTool(
                TerminalName.WEZTERM.word(),
                places.config().resolve("wezterm"),
                PREFIX,
                ".lua",
                "--",
                FileTerminals::weztermDomain,
                null,
                pet -> "Windows, tabs and panes open in it, with `config.exec_domains = { dofile(wezterm.config_dir .. "
                        + "'/hearth-" + pet + ".lua') }` in wezterm.lua");
    }

    private static String tmuxCommand(PetName pet, HearthCall call) {
        var words = new ArrayList<>(List.of("new-window", "-n", pet.value(), "-c", DIRECTORY));
        words.addAll(enteringWords(pet, call));
        var alias = "hearth-%s=%s".formatted(pet, ShellWords.line(words));
        return "set-option -s %s\n"
                .formatted(ShellWords.line(List.of("command-alias[%d]".formatted(place(pet)), alias)));
    }

    /** Read again, a file must not make another alias. */
    private static long place(PetName pet) {
        var sum = new CRC32();
        sum.update(pet.value().getBytes(US_ASCII));
        return FIRST_ALIAS + sum.getValue() % ALIASES;
    }

    private static String weztermDomain(PetName pet, HearthCall call) {
        return """
                local wezterm = require 'wezterm'
                return wezterm.exec_domain('hearth-%1$s', function(cmd)
                  local args = { %2$s }
                  if cmd.args and #cmd.args > 0 then
                    for _, word in ipairs { 'run', '-c', '%1$s', '--' } do table.insert(args, word) end
                    for _, word in ipairs(cmd.args) do table.insert(args, word) end
                  else
                    for _, word in ipairs { 'enter', '%1$s' } do table.insert(args, word) end
                  end
                  cmd.args = args
                  return cmd
                end)
                """.formatted(
                pet, call.fromSession().stream().map(FileTerminals::luaString).collect(joining(", ")));
    }

    private static String luaString(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** foot reads a file that is not its usual one instead of that. */
    private static String including(Path file) {
        return Files.exists(file) ? "include=" + file + "\n" : "";
    }

    private static String entering(PetName pet, HearthCall call) {
        return ShellWords.line(enteringWords(pet, call));
    }

    static List<String> enteringWords(PetName pet, HearthCall call) {
        var words = new ArrayList<>(call.fromSession());
        words.addAll(List.of("enter", pet.value()));
        return words;
    }
}
