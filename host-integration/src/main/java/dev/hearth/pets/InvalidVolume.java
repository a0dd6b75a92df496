package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A text that describes no volume, or one that a pet cannot have where it is wanted. */
public final class InvalidVolume extends Failure.Invalid {
    private static final String FORM = "Write /HOST/PATH[:/PET/PATH[:ro]] or VOLUME-NAME:/PET/PATH[:ro].";
    private static final String ELSEWHERE = "Let the pet see it somewhere else, such as below /mnt or /srv.";

    private InvalidVolume(String message, String hint) {
        super(message, hint);
    }

    static InvalidVolume malformed(String text) {
        return new InvalidVolume("'" + Printable.line(text) + "' describes no volume", FORM);
    }

    static InvalidVolume relativeSource(String source) {
        return new InvalidVolume(
                "The volume's directory '" + Printable.line(source) + "' is not an absolute path",
                "Write it in full; \"$PWD/...\" has the shell put the present directory before it.");
    }

    static InvalidVolume unknownOption(String option) {
        return new InvalidVolume(
                "'" + Printable.line(option) + "' is no option of a volume", "Write ro or rw, or leave it out.");
    }

    static InvalidVolume relativeTarget(String target) {
        return new InvalidVolume(
                "A pet cannot see a volume at '" + Printable.line(target) + "', which is not an absolute path without"
                        + " '..'",
                FORM);
    }

    static InvalidVolume overTheKernels(String target) {
        return new InvalidVolume(
                "A pet cannot see a volume at '" + Printable.line(target) + "', where the kernel's own files are",
                ELSEWHERE);
    }

    static InvalidVolume overHearths(String target) {
        return new InvalidVolume(
                "A pet cannot see a volume at '" + Printable.line(target) + "', where hearth keeps files of its own",
                ELSEWHERE);
    }

    static InvalidVolume overTheSystem(String target) {
        return new InvalidVolume(
                "A volume at '" + Printable.line(target) + "' would hide the pet's own system, which could not run",
                ELSEWHERE);
    }

    static InvalidVolume seenTwice(String target) {
        return new InvalidVolume(
                "The pet would see two things at '" + Printable.line(target) + "'",
                "Let it see the volume somewhere else; what it shares with the host has its place already.");
    }
}
