package dev.hearth.core.schema;

import org.jspecify.annotations.Nullable;

/**
 * A form in which hearth keeps something.
 *
 * <p>Both are written down with it: a hearth that is too old knows neither the form nor its history, and can say by these
 * which hearth does.
 *
 * @param number counts the forms, from 1
 * @param since the first version of hearth that reads it
 */
public record Schema(int number, String since) {

    /**
     * Checks that what was read has this form, or an earlier one.
     *
     * @param what names it in messages, such as {@code '/var/lib/x.json'}
     * @param found its number
     * @param needs the version that it says it takes; absent when it says nothing
     * @throws NewerSchema when it is of a later form
     */
    public void check(String what, int found, @Nullable String needs) {
        if (found > number) {
            throw new NewerSchema(what, this, found, needs);
        }
    }
}
