package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Transactions.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Sets aside all that is asked for, so that the base stays as it is. */
record SettingAside(List<Layering.Inactive> requests) implements Assembler {
    @Override
    public List<Step> plan(Order order) {
        return List.of();
    }

    @Override
    public Origin updated(Origin origin, String base, DeploymentId configuration, Consumer<OsEvent> events) {
        return origin;
    }

    @Override
    public List<FoundPackage> search(String base, DeploymentId configuration, List<String> words) {
        return List.of();
    }

    @Override
    public Assembled assemble(Order order, Progress progress, Consumer<OsEvent> events) {
        return new Assembled(order.base(), requests);
    }
}
