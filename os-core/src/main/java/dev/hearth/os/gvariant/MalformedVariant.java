package dev.hearth.os.gvariant;

/** Bytes that no serialised value of the expected type can have; callers name the file they came from. */
public final class MalformedVariant extends RuntimeException {
    public MalformedVariant(String message) {
        super(message);
    }
}
