package dev.hearth.exports;

/**
 * A service of a pet.
 *
 * @param name of its unit, without the ending
 * @param isSystem whether it is for a whole system, so that root runs it
 * @param unit the text of its unit
 */
public record OfferedUnit(String name, boolean isSystem, String unit) {}
