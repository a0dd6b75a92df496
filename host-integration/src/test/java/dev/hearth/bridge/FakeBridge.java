package dev.hearth.bridge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers whom it answers. */
public final class FakeBridge implements Bridge {
    private final List<Caller> answered = new ArrayList<>();
    private HostRights rights = new HostRights(new HostCommands.Everything(), Map.of());

    /** Has the configuration say something else. */
    public void withRights(HostRights other) {
        rights = other;
    }

    /** {@return whom it answers, in the order in which that was asked} */
    public List<Caller> answered() {
        return List.copyOf(answered);
    }

    @Override
    public void answer(Caller caller) {
        answered.add(caller);
    }

    @Override
    public Path log() {
        return Path.of("/home/ada/.local/state/hearth/host-commands.log");
    }

    @Override
    public HostRights rights() {
        return rights;
    }
}
