package dev.hearth.os;

/** Something that happens while a change is carried out. */
public sealed interface OsEvent {

    /** A part of the work begins. */
    record Began(Step step) implements OsEvent {}

    /** A line that another program says about its work. */
    record Said(String line) implements OsEvent {}

    /** Bytes have come in. */
    record Downloaded(long bytes, long total) implements OsEvent {}

    /** Something that the user should know, though the work goes on. */
    record Warned(String sentence) implements OsEvent {}
}
