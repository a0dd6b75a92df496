package dev.hearth.engine.docker;

/**
 * What hearth asks of an engine with a request, for the failure if it does not come about.
 *
 * @param what in words that follow "Docker could not", such as {@code start the container 'web'}
 * @param container name or id of the container it is about; empty when it is about none
 * @param image name or id of the image it is about; empty when it is about none
 * @param registry domain of the registry that is needed for it; empty when none is
 */
record Task(String what, String container, String image, String registry) {
    /** {@return something asked of the engine as a whole} */
    static Task of(String what) {
        return new Task(what, "", "", "");
    }

    /** {@return something asked of a container; its name or id follows the words} */
    static Task onContainer(String verb, String nameOrId) {
        return new Task(verb + " '" + nameOrId + "'", nameOrId, "", "");
    }

    /** {@return something asked of an image; its name or id follows the words} */
    static Task onImage(String verb, String nameOrId) {
        return new Task(verb + " '" + nameOrId + "'", "", nameOrId, "");
    }

    /** {@return this task, for which a registry is asked} */
    Task with(String newRegistry) {
        return new Task(what, container, image, newRegistry);
    }

    /** {@return this task, which needs an image too} */
    Task from(String newImage) {
        return new Task(what, container, newImage, registry);
    }
}
