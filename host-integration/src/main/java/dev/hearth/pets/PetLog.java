package dev.hearth.pets;

import java.util.List;

/**
 * What a pet said.
 *
 * @param firstProcess the last lines that its first process printed
 * @param setUp the last lines that the steps of its set-up printed
 * @param live whether the pet itself was asked for the latter; when it did not run, they are the copy that its last
 *     set-up left
 */
public record PetLog(List<String> firstProcess, List<String> setUp, boolean live) {
    public PetLog {
        firstProcess = List.copyOf(firstProcess);
        setUp = List.copyOf(setUp);
    }
}
