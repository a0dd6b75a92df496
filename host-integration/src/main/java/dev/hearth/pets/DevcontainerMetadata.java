package dev.hearth.pets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The label by which development container tools learn how to enter a container. */
final class DevcontainerMetadata {
    private DevcontainerMetadata() {}

    static String json(String user, String home) {
        var array = JsonNodeFactory.instance.arrayNode();
        array.addObject()
                .put("remoteUser", user)
                .put("userEnvProbe", "loginInteractiveShell")
                .set("remoteEnv", JsonNodeFactory.instance.objectNode().put("HOME", home));
        return array.toString();
    }
}
