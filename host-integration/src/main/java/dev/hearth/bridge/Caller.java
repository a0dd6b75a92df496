package dev.hearth.bridge;

/**
 * A pet, as it runs now.
 *
 * @param container what is short and tells its container from all others
 * @param process the id of its first process on the host
 * @param engine where its engine answers, as hearth's option takes it
 */
public record Caller(String pet, String container, long process, String engine) {

    /** {@return the name of the directory for this run of the pet} */
    String directory() {
        return container + "." + process;
    }
}
