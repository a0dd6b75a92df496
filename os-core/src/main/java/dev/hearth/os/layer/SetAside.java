package dev.hearth.os.layer;

/**
 * An item that failed and was left out so that the others could be had.
 *
 * @param reason a sentence without a final period
 */
public record SetAside(LayerItem item, String reason) {}
