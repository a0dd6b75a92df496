package dev.hearth.core.schema;

import dev.hearth.core.failure.Failure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something was written by a newer hearth, in a form that this one does not know. */
public final class NewerSchema extends Failure.Conflict {
    /** What is printed came from a file or an engine, and is no version until it looks like one. */
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+~-]{0,30}");

    NewerSchema(String what, Schema known, int found, @Nullable String needs) {
        super(
                what + " was written by a newer hearth, and takes " + version(needs) + " (it has schema " + found
                        + ", this hearth knows " + known.number() + ")",
                "Upgrade hearth; nothing was changed.");
    }

    /** {@return the hearth that is needed, in words} */
    public static String version(@Nullable String needs) {
        return needs != null && VERSION.matcher(needs).matches() ? "hearth " + needs + " or later" : "a later hearth";
    }
}
