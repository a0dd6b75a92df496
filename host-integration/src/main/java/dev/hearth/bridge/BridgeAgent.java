package dev.hearth.bridge;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.session.StartedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Hearth's own agents, one for each pet that runs: the scripts beside this class, which need no Java. */
public final class BridgeAgent implements Bridge {
    private static final List<String> SCRIPTS = List.of(
            "agent",
            "bus",
            "call",
            "command",
            "follow",
            "request",
            "/dev/hearth/guest/processes",
            "/dev/hearth/guest/session");
    private static final Pattern AGENT = Pattern.compile("([0-9]{1,10}) ([0-9]{1,20})\n");

    private final PrivateDirectory directory;
    private final BridgeLog log;
    private final Supplier<HostRights> rights;
    private final Processes processes;
    private final Path launcher;

    /**
     * Starts agents that outlive hearth.
     *
     * @param runtime hearth's runtime directory
     * @param rights what pets may do
     * @param launcher the hearth that pets reach
     */
    public BridgeAgent(
            PrivateDirectory runtime, BridgeLog log, Supplier<HostRights> rights, Processes processes, Path launcher) {
        this.directory = directory(runtime);
        this.log = log;
        this.rights = rights;
        this.processes = processes;
        this.launcher = launcher;
    }

    /** {@return the directory that a pet calls through, as the host has it} */
    public static Path door(PrivateDirectory runtime, Caller caller) {
        var door = caller.door();
        return door == null
                ? directory(runtime).directory(caller.directory()).file("door")
                : door.resolve(caller.run());
    }

    @Override
    public void answer(Caller caller) {
        var own = directory.directory(caller.directory());
        boolean answered = isAnswered(own);
        if (!answered && mayNothing(caller)) {
            return;
        }
        own.prepared();
        // Also for an agent that runs: the pet may have another name by now, and may do other things.
        replace(own.file("brief"), brief(caller));
        if (!answered) {
            var door = preparedDoor(own, caller);
            makePipe(door.resolve("calls"));
            var agent = scripts().resolve("agent").toString();
            processes.startDetached(
                    Command.of("sh", agent, own.path().toString(), Long.toString(caller.process()), door.toString()),
                    own.file("agent.log"));
        }
    }

    @Override
    public Path log() {
        return log.file();
    }

    @Override
    public HostRights rights() {
        return rights.get();
    }

    private static PrivateDirectory directory(PrivateDirectory runtime) {
        return runtime.directory("bridge");
    }

    private String brief(Caller caller) {
        var lines = new ArrayList<String>();
        lines.add("pet " + caller.pet());
        lines.add("launcher " + launcher);
        lines.add("engine " + caller.engine());
        lines.add("log " + log.prepared());
        switch (rights.get().commands(caller.pet(), caller.isSeparate())) {
            case HostCommands.Everything() -> lines.add("allow everything");
            case HostCommands.Only(var programs) -> programs.forEach(program -> lines.add("allow " + program));
        }
        bus(caller).forEach(name -> lines.add("talk " + name.text()));
        return String.join("\n", lines) + "\n";
    }

    private boolean mayNothing(Caller caller) {
        return caller.isSeparate()
                && bus(caller).isEmpty()
                && rights.get().commands(caller.pet(), true) instanceof HostCommands.Only(var programs)
                && programs.isEmpty();
    }

    /** Whoever shares the session has all of its bus. */
    private List<BusName> bus(Caller caller) {
        return caller.isSeparate() ? rights.get().bus(caller.pet()) : List.of();
    }

    private static Path preparedDoor(PrivateDirectory own, Caller caller) {
        var door = caller.door();
        if (door == null) {
            return own.directory("door").prepared();
        }
        // What an earlier run of the pet left behind when its agent was killed.
        DirectoryTree.clear(door);
        return new PrivateDirectory(door, own.owner()).directory(caller.run()).prepared();
    }

    private static boolean isAnswered(PrivateDirectory own) {
        var agent = AGENT.matcher(content(own.file("agent")));
        return agent.matches() && process(agent).isThere();
    }

    private static StartedProcess process(Matcher agent) {
        return new StartedProcess(agent.group(1), agent.group(2));
    }

    private void makePipe(Path pipe) {
        if (!Files.exists(pipe)) {
            processes.run(Command.of("mkfifo", "-m", "0600", pipe.toString())).orThrow();
        }
    }

    /**
     * Copies, for hearth to be moved or upgraded while pets run. Those of another hearth stay beside them: its agents read
     * them at each call.
     */
    private Path scripts() {
        var contents = new TreeMap<String, String>();
        for (var script : SCRIPTS) {
            contents.put(script.substring(script.lastIndexOf('/') + 1), resource(script));
        }
        var sum = new CRC32();
        contents.forEach(
                (name, content) -> sum.update((name + '\0' + content + '\0').getBytes(StandardCharsets.UTF_8)));
        var scripts = directory
                .directory("scripts." + Long.toHexString(sum.getValue()))
                .prepared();
        contents.forEach((name, content) -> replace(scripts.resolve(name), content));
        return scripts;
    }

    private static void replace(Path file, String content) {
        if (!content(file).equals(content)) {
            PrivateFiles.write(file, content);
        }
    }

    private static String content(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = BridgeAgent.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the distribution lacks the script " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
