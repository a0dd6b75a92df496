package dev.hearth.os.elf;

import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which programs of two trees do not run the same code; libraries that both have are compared once. */
public final class ProgramDiff {
    private final Root from;
    private final Root to;
    private final Programs before;
    private final Programs after;
    private final Map<Path, Map<Path, Boolean>> compared = new HashMap<>();

    public ProgramDiff(Root from, Root to) {
        this.from = from;
        this.to = to;
        this.before = new Programs(from);
        this.after = new Programs(to);
    }

    public Programs before() {
        return before;
    }

    public Programs after() {
        return after;
    }

    /** {@return whether a program itself differs, is only in one of them, or loads another library than before} */
    public boolean differs(Path program) {
        return !from.hasSame(program, to) || !sameLibraries(program);
    }

    private boolean sameLibraries(Path program) {
        var old = before.libraries(program);
        var fresh = after.libraries(program);
        return old.keySet().equals(fresh.keySet())
                && old.entrySet().stream()
                        .allMatch(each -> isSame(each.getValue(), fresh.getOrDefault(each.getKey(), each.getValue())));
    }

    private boolean isSame(Path one, Path other) {
        return compared.computeIfAbsent(one, _ -> new HashMap<>())
                .computeIfAbsent(other, there -> Root.isSame(one, there));
    }
}
