package dev.hearth.os;

import java.util.Set;

class FakeOsEngineTest extends OsEngineContract {
    @Override
    protected OsEngine engine() {
        return FakeOsEngine.typical().without(Change.KernelArguments.class);
    }

    @Override
    protected Set<Class<? extends Change>> missing() {
        return Set.of(Change.KernelArguments.class);
    }
}
