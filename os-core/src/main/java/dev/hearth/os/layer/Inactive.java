package dev.hearth.os.layer;

/**
 * An item that there is nothing to do for, as the base is.
 *
 * @param why in plain words and without a final period, such as {@code the base has bash-5.2.amd64}
 */
public record Inactive(LayerItem item, String why) {}
