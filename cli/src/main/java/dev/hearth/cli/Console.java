package dev.hearth.cli;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.Output;

/** By what commands talk to their user. */
record Console(Output output, ConsoleNarrator narrator, ConsolePrompt prompt, Errors errors) {}
