/** Which engine keeps the base of the host that hearth runs on. */
@NullMarked
package dev.hearth.os.host;

import org.jspecify.annotations.NullMarked;
