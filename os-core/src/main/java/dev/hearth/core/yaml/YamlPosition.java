package dev.hearth.core.yaml;

/**
 * Where something stands in a YAML file.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 */
public record YamlPosition(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
