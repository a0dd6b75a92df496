package dev.hearth.cli.description;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * A field of a command's object, which picocli reads and fills.
 *
 * <p>By a handle, which Java has ready; to reflect on a field, it makes several classes for each type at every start.
 */
final class FieldBinding implements IGetter, ISetter {
    private final Object owner;
    private final Field field;
    private final VarHandle handle;

    FieldBinding(Object owner, String name) {
        this.owner = owner;
        var type = owner.getClass();
        try {
            field = type.getDeclaredField(name);
            handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findVarHandle(type, name, field.getType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the description of " + type + " is of another version", e);
        }
    }

    Field field() {
        return field;
    }

    Object value() {
        return isTruthValue() ? (Object) (boolean) handle.get(owner) : handle.get(owner);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As picocli has it.
    public <T> T get() {
        return (T) value();
    }

    @Override
    public <T> T set(T value) {
        if (isTruthValue()) {
            handle.set(owner, (boolean) (Boolean) value);
        } else {
            handle.set(owner, (Object) value);
        }
        return value;
    }

    /** Only for the very kind of the value does a handle need nothing that Java has to make. */
    private boolean isTruthValue() {
        return field.getType() == boolean.class;
    }
}
