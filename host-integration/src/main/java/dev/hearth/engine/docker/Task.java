package dev.hearth.engine.docker;

/**
 * What hearth asks of an engine with a request, for the failure if it does not come about.
 *
 * @param what in words that follow "Docker could not", such as {@code start the container 'web'}
 * @param container name or id of the container it is about; empty when it is about none
 * @param image name or id of the image it is about; empty when it is about none
 */
record Task(String what, String container, String image) {
    /** {@return something asked of the engine as a whole} */
    static Task of(String what) {
        return new Task(what, "", "");
    }

    /** {@return something asked of a container; its name or id follows the words} */
    static Task onContainer(String verb, String nameOrId) {
        return new Task(verb + " '" + nameOrId + "'", nameOrId, "");
    }

    /** {@return something asked of an image; its name or id follows the words} */
    static Task onImage(String verb, String nameOrId) {
        return new Task(verb + " '" + nameOrId + "'", "", nameOrId);
    }

    /** {@return this task, which needs an image too} */
    Task from(String newImage) {
        return new Task(what, container, newImage);
    }
}
