/** Root file systems made from packages, with the host's own sources, keys, proxies and authorities. */
@NullMarked
package dev.hearth.images.bootstrap;

import org.jspecify.annotations.NullMarked;
