/** Reads GLib's GVariant serialisation, in which ostree keeps its objects. */
@NullMarked
package dev.hearth.os.gvariant;

import org.jspecify.annotations.NullMarked;
