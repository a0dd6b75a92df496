package dev.hearth.homes;

import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What pets wrote at the top of a home, as the script says it; other commands of the shell do nothing. */
public final class FakeWrittenFiles implements FakeProgram {
    private static final int ACTION = 4;
    private static final int FIRST_PATH = 6;

    private final Path home;
    private final Map<String, String> files = new TreeMap<>();
    private final TreeSet<String> removed = new TreeSet<>();

    public FakeWrittenFiles(Path home) {
        this.home = home;
    }

    /** A pet writes a file. */
    public FakeWrittenFiles writes(String name, String text) {
        files.put(name, text);
        return this;
    }

    /** A pet removes a file. */
    public FakeWrittenFiles removes(String name) {
        removed.add(name);
        return this;
    }

    /** {@return whether this is a call of the script} */
    public static boolean isMeant(ExecRequest request) {
        var command = request.command();
        return command.size() > ACTION && command.get(ACTION - 1).equals("written");
    }

    @Override
    public int run(FakeContainer container, ExecRequest request, Consumer<String> line) {
        if (!isMeant(request)) {
            return 0;
        }
        var command = request.command();
        var paths = command.subList(FIRST_PATH, command.size());
        switch (command.get(ACTION)) {
            case "names" -> line.accept(ended(names()));
            case "facts" -> facts(line);
            case "children" -> line.accept(ended(seen()));
            case "content" ->
                line.accept(String.join(
                        "",
                        paths.stream().map(path -> files.getOrDefault(path, "")).toList()));
            case "remove" ->
                paths.forEach(path -> {
                    files.remove(path);
                    removed.remove(path);
                });
            default -> {}
        }
        return 0;
    }

    private List<String> names() {
        var names = new ArrayList<>(List.of("."));
        files.keySet().forEach(name -> names.add("./" + name));
        removed.forEach(name -> names.add("./" + name));
        return names;
    }

    private void facts(Consumer<String> line) {
        line.accept("41c0 0:0 4096 1 2100-01-01 00:00:00 +0000|-");
        int inode = 1;
        for (var text : files.values()) {
            inode++;
            line.accept("81a4 0:0 %d %d 2100-01-01 00:00:00 +0000|-".formatted(text.length(), inode));
        }
        removed.forEach(_ -> line.accept("2000 0:0 0 1 2100-01-01 00:00:00 +0000|-"));
    }

    private List<String> seen() {
        var names = new TreeSet<>(files.keySet());
        try (var children = Files.list(home)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeAll(removed);
        return names.stream().map(name -> "./" + name).toList();
    }

    private static String ended(List<String> names) {
        return String.join("\0", names) + "\0";
    }
}
