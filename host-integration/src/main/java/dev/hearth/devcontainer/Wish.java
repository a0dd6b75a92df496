package dev.hearth.devcontainer;

/**
 * Something that a project asks for and that reaches beyond it, so that its user is asked about it alone.
 *
 * @param key names it on the command line
 * @param question what is done, in words that follow "whether to"
 */
public record Wish(String key, String question) {}
