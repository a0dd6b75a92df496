package dev.hearth.cli.shell;

import java.util.List;

/** What a line at the prompt says to hearth. */
final class HearthLine {
    private HearthLine() {}

    /** {@return the words of a command; who is used to begin with hearth's name may do so} */
    static List<String> of(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals("hearth") ? words.subList(1, words.size()) : words;
    }

    /** {@return what stands before the next line} */
    static String prompt(String pet, int status) {
        return "hearth" + (pet.isEmpty() ? "" : " (" + pet + ")") + (status == 0 ? "" : " [" + status + "]") + "> ";
    }
}
