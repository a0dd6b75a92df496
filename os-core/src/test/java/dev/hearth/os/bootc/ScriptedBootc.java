package dev.hearth.os.bootc;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.os.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** States of a recorded host that follow from the recorded ones by what bootc documents. */
final class ScriptedBootc {
    static final String BOOTED = "26836632adf6228d64ef07a26fd3efaf177104efd1f341a2cf7909a3e4e2c72c";
    static final String STAGED = "3c6dad657109522e0b2e49bf44b5420f16f0b438b5b9357e5132211cfbad135d";
    static final String OLDER = "b".repeat(64);

    private ScriptedBootc() {}

    /** {@return a host that runs the booted image of the recording and could go back to an older one} */
    static String host() {
        return changed(host -> status(host).putNull("staged"));
    }

    /** {@return the same with what was recorded as staged} */
    static String upgraded() {
        return changed(host -> {});
    }

    /** {@return the same with a rollback queued} */
    static String rolledBack() {
        return changed(host -> status(host).put("rollbackQueued", true).putNull("staged"));
    }

    /** {@return the same after a check that found what was recorded as staged} */
    static String checked() {
        return changed(host -> {
            var status = status(host);
            ((ObjectNode) status.get("booted"))
                    .set("cachedUpdate", status.get("staged").get("image"));
            status.putNull("staged");
        });
    }

    /** {@return the same with one more property of its status} */
    static String with(String key, boolean value) {
        return changed(host -> status(host).put(key, value).putNull("staged"));
    }

    /** {@return the same with local changes by rpm-ostree} */
    static String layered() {
        return changed(host -> ((ObjectNode) status(host).get("booted")).put("incompatible", true));
    }

    private static ObjectNode status(ObjectNode host) {
        return (ObjectNode) host.get("status");
    }

    private static String changed(Consumer<ObjectNode> change) {
        try {
            var host = (ObjectNode) new JsonMapper().readTree(Recording.text("bootc/spec-staged-booted.json"));
            var status = status(host).put("type", "bootcHost").put("rollbackQueued", false);
            var older = ((ObjectNode) status.get("booted")).deepCopy();
            ((ObjectNode) older.get("ostree")).put("checksum", OLDER);
            ((ObjectNode) older.get("image")).put("version", "nightly-1").put("imageDigest", "sha256:" + OLDER);
            status.set("rollback", older);
            change.accept(host);
            return host.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
