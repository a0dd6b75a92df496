package dev.hearth.engine;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names what a test makes, and removes all of it when the test ends, however it ends. */
public final class MadeByTest implements AfterEachCallback {
    private final String label = "dev.hearth.it." + word();

    /** {@return a name that nothing has} */
    public static String newName() {
        return "it-" + word();
    }

    /** {@return the label that this test's containers must carry} */
    public String label() {
        return label;
    }

    /** {@return the labels that this test's containers must carry} */
    public Map<String, String> labels() {
        return Map.of(label, "yes");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var engine = ((OnEngine) context.getRequiredTestInstance()).engine();
        engine.withLabel(label).forEach(container -> engine.remove(container.id()));
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    /** A test class that works on an engine. */
    public interface OnEngine {
        /** {@return the engine, the same one through a whole test} */
        ContainerEngine engine();
    }
}
