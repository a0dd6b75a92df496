package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Transactions.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Plans layers but refuses to assemble any, for tests that are not about them. */
final class NoLayers implements Assembler {
    @Override
    public List<Step> plan(Order order) {
        return List.of(new Step("Lay nothing on it"));
    }

    @Override
    public Origin updated(Origin origin, String base, DeploymentId configuration, Consumer<OsEvent> events) {
        return origin;
    }

    @Override
    public List<FoundPackage> search(String base, DeploymentId configuration, List<String> words) {
        throw new AssertionError("there are no sources");
    }

    @Override
    public Assembled assemble(Order order, Progress progress, Consumer<OsEvent> events) {
        throw new AssertionError("nothing is layered");
    }
}
