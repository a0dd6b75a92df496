package dev.hearth.doctor;

import java.util.function.Supplier;

/** A check that is nothing but a name and a look. */
record Plain(String name, Supplier<Finding> looking) implements Check {
    @Override
    public Finding look() {
        return looking.get();
    }
}
