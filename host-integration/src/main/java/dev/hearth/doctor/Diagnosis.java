package dev.hearth.doctor;

/**
 * What one check found.
 *
 * @param place where: {@code host}, or the name of a pet
 * @param check the check's name
 */
public record Diagnosis(String place, String check, Finding finding) {}
