package dev.hearth.devcontainer;

import java.util.List;

/** When in the life of a development container a command is run. */
enum Stage {
    INITIALIZE("initializeCommand"),
    ON_CREATE("onCreateCommand"),
    UPDATE_CONTENT("updateContentCommand"),
    POST_CREATE("postCreateCommand"),
    POST_START("postStartCommand"),
    POST_ATTACH("postAttachCommand");

    /** Those of the making of a pet, in order. */
    static final List<Stage> MAKING = List.of(ON_CREATE, UPDATE_CONTENT, POST_CREATE);

    private final String key;

    Stage(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
