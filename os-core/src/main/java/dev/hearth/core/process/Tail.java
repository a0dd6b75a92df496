package dev.hearth.core.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Hands lines on and remembers the last of them. */
final class Tail implements Consumer<String> {
    private final int capacity;
    private final Consumer<String> next;
    private final Deque<String> last = new ArrayDeque<>();

    Tail(int capacity, Consumer<String> next) {
        this.capacity = capacity;
        this.next = next;
    }

    @Override
    public void accept(String line) {
        last.add(line);
        if (last.size() > capacity) {
            last.remove();
        }
        next.accept(line);
    }

    String text() {
        return String.join("\n", last);
    }
}
