package dev.hearth.engine;

/** The id an engine gave to a container. */
public record ContainerId(String value) {
    private static final int SHORT = 12;

    /** {@return the first twelve characters, as engines print it} */
    public String abbreviated() {
        return value.length() <= SHORT ? value : value.substring(0, SHORT);
    }

    @Override
    public String toString() {
        return value;
    }
}
