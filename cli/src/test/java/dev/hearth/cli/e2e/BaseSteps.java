package dev.hearth.cli.e2e;

/** Steps of a session. */
interface BaseSteps {
    BaseSession session();
}
