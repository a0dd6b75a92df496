package dev.hearth.engine;

/**
 * The engine that somebody asked for.
 *
 * @param value {@code docker}, {@code podman}, or an address such as {@code unix:///run/docker.sock}
 * @param source where it was asked for, such as {@code --engine}, for people to read
 */
public record EngineChoice(String value, String source) {}
