package dev.hearth.cli.host;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.images.Transfer;
import dev.hearth.setup.SetupNarrator;
import dev.hearth.setup.Step;

/** Tells what set-up does in the way in which all else is told. */
public final class ConsoleSetupNarrator implements SetupNarrator {
    private final ConsoleNarrator narrator;

    public ConsoleSetupNarrator(ConsoleNarrator narrator) {
        this.narrator = narrator;
    }

    @Override
    public void doing(Step step) {
        narrator.say(step.sentence());
    }

    @Override
    public void undoing(Step step) {
        narrator.say(step.undoSentence());
    }

    @Override
    public void said(String line) {
        narrator.transferred(new Transfer.Line(line));
    }

    @Override
    public void warning(String sentence) {
        narrator.warning(sentence);
    }
}
