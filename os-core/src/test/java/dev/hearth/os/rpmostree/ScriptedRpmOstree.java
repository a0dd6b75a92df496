package dev.hearth.os.rpmostree;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.os.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** States of the recorded Silverblue host that follow from the recorded one by what rpm-ostree documents. */
final class ScriptedRpmOstree {
    static final String BOOTED = "63335a77f9853618ba1a5f139c5805e82176a2a040ef5e34d7402e12263af5bb";
    static final String OLDER = "775d54e89bc74731ec27db04f12510c0269c8cbab3ad5e39e0a4d693231ef072";
    static final String NEWER = "a".repeat(64);

    /** What rpm-ostree tells of a deployment only when it has layers, or of what they are made from. */
    private static final List<String> LAYERS = List.of(
            "base-checksum",
            "base-version",
            "base-timestamp",
            "base-local-replacements",
            "layered-commit-meta",
            "packages",
            "pending-base-checksum",
            "pending-base-timestamp",
            "pending-base-version",
            "requested-base-local-replacements",
            "requested-packages");

    private ScriptedRpmOstree() {}

    /** {@return the host as it was recorded: it runs the first of two deployments} */
    static String recorded() {
        return Recording.text("rpmostree/workstation-status.json");
    }

    /** {@return the host with a newer version staged} */
    static String upgraded() {
        return changed(host -> {
            var deployments = deployments(host);
            var staged = ((ObjectNode) deployments.get(0)).deepCopy();
            staged.put("checksum", NEWER)
                    .put("id", "fedora-silverblue-" + NEWER + ".0")
                    .put("version", "33.22")
                    .put("booted", false)
                    .put("staged", true);
            deployments.insert(0, staged);
        });
    }

    /** {@return the host with the older deployment first} */
    static String rolledBack() {
        return changed(host -> deployments(host).add(deployments(host).remove(0)));
    }

    /** {@return the host after a check that found a newer version} */
    static String checked() {
        return changed(host -> host.putObject("cached-update")
                .put("osname", "fedora-silverblue")
                .put("checksum", NEWER)
                .put("version", "33.22")
                .put("timestamp", 1_612_700_000)
                .put("origin", "fedora/33/x86_64/silverblue")
                .put("gpg-enabled", false)
                .put("ref-has-new-commit", true)
                .put("update-sha256", BOOTED));
    }

    /** {@return the host while the daemon is at something} */
    static String busy() {
        return changed(host -> host.putArray("transaction")
                .add("Upgrade")
                .add(":1.42")
                .add("/org/projectatomic/rpmostree1/fedora_silverblue"));
    }

    /** {@return the host with somebody who decides about its updates} */
    static String driven() {
        return changed(host ->
                host.putObject("update-driver").put("driver-name", "Zincati").put("driver-sd-unit", "zincati.service"));
    }

    /** {@return the host with one more property of its booted deployment} */
    static String booted(String key, String value) {
        return changed(host -> ((ObjectNode) deployments(host).get(0)).put(key, value));
    }

    /** {@return the host with a deployment marked} */
    static String marked(int index, String mark) {
        return changed(host -> ((ObjectNode) deployments(host).get(index)).put(mark, true));
    }

    /** {@return a state after a reset of all that is layered} */
    static String unlayered(String state) {
        return changed(
                state, host -> deployments(host).forEach(deployment -> ((ObjectNode) deployment).remove(LAYERS)));
    }

    /** {@return the host, unlayered otherwise, with a package staged} */
    static String installed(String name) {
        return changed(unlayered(upgraded()), host -> {
            var staged = (ObjectNode) deployments(host).get(0);
            staged.put("version", "33.21").put("base-checksum", BOOTED).put("base-version", "33.21");
            staged.putArray("requested-packages").add(name);
            staged.putArray("packages").add(name);
        });
    }

    private static ArrayNode deployments(ObjectNode host) {
        return host.withArray("deployments");
    }

    private static String changed(Consumer<ObjectNode> change) {
        return changed(recorded(), change);
    }

    private static String changed(String state, Consumer<ObjectNode> change) {
        try {
            var host = (ObjectNode) new JsonMapper().readTree(state);
            change.accept(host);
            return host.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
