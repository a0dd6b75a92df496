package dev.hearth.guest;

/** What the set-up inside a pet says while it works. */
public sealed interface SetupEvent {
    /** {@return the words for the user} */
    String text();

    /** It begins with something. */
    record Step(String text) implements SetupEvent {}

    /** Something did not work that the pet can live without. */
    record Warning(String text) implements SetupEvent {}
}
