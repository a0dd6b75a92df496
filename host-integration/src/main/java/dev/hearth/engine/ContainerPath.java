package dev.hearth.engine;

import org.jspecify.annotations.Nullable;

/** An absolute path inside a container; not a path of the host. */
public record ContainerPath(String value) {
    public ContainerPath {
        if (!value.startsWith("/") || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not an absolute path: " + value);
        }
    }

    public static ContainerPath of(String value) {
        return new ContainerPath(value);
    }

    /** {@return the path of this name below this one} */
    public ContainerPath resolve(String name) {
        return new ContainerPath(value.endsWith("/") ? value + name : value + "/" + name);
    }

    /** {@return the directory above; nothing above the root} */
    public @Nullable ContainerPath parent() {
        int slash = value.lastIndexOf('/');
        if (value.equals("/")) {
            return null;
        }
        return new ContainerPath(slash == 0 ? "/" : value.substring(0, slash));
    }

    @Override
    public String toString() {
        return value;
    }
}
