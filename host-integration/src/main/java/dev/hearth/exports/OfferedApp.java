package dev.hearth.exports;

import java.nio.file.Path;
import java.util.List;

/**
 * An app of a pet, with all that its export is made of.
 *
 * @param id by the Desktop Entry Specification, without an ending
 * @param entry the text of its desktop entry
 * @param icons those that the entry names
 */
public record OfferedApp(String id, String entry, List<Icon> icons) {
    public OfferedApp {
        icons = List.copyOf(icons);
    }

    /**
     * An icon in a pet.
     *
     * @param hexadecimal its bytes
     */
    public record Icon(Path path, String hexadecimal) {}
}
