package dev.hearth.os.packages;

/** What package managers take for a letter or a digit, whatever the locale. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
