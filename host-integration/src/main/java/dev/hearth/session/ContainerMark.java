package dev.hearth.session;

/**
 * What a terminal is told when a container's shell takes it over, so that new tabs can open in the same container.
 *
 * @param container the container's name
 * @param runtime the program that the terminal would enter it with, such as {@code podman}
 * @param uid of the user inside
 */
public record ContainerMark(String container, String runtime, long uid) {
    public ContainerMark {
        // The launcher prints these between escape sequences: nothing but plain words may be among them.
        if (!container.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") || !runtime.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a name for a terminal: " + container + ", " + runtime);
        }
    }

    String render() {
        return container + " " + runtime + " " + uid;
    }
}
