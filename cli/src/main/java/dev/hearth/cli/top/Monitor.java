package dev.hearth.cli.top;

import dev.hearth.core.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks again and again in the background, so that no engine that takes its time keeps a key waiting. */
final class Monitor implements AutoCloseable {
    private static final Duration RARELY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TopSources sources;
    private final Duration interval;
    private final List<Thread> looking;
    private volatile TopView latest = TopView.NOTHING;
    private volatile TopSources.Slower slower = TopSources.Slower.UNKNOWN;
    private volatile boolean closed;

    Monitor(TopSources sources, Duration interval) {
        this.sources = sources;
        this.interval = interval;
        this.looking = List.of(
                Thread.ofVirtual().start(this::lookOften), Thread.ofVirtual().start(this::lookRarely));
    }

    /** {@return what was seen last} */
    TopView latest() {
        return latest;
    }

    @Override
    public void close() {
        closed = true;
        looking.forEach(Thread::interrupt);
        try {
            for (var thread : looking) {
                var _ = thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOften() {
        TopSources.@Nullable Moment earlier = null;
        do {
            try {
                var now = sources.moment();
                latest = new Comparison(earlier, now, slower).view();
                earlier = now;
            } catch (Failure failure) {
                latest = new TopView(latest.base(), null, failure.message());
            }
        } while (pause(interval));
    }

    private void lookRarely() {
        do {
            slower = sources.slower();
        } while (pause(RARELY));
    }

    private boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return !closed;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
