/** The configuration of a deployment: what differs from the defaults, and how it goes over to new ones. */
@NullMarked
package dev.hearth.os.etc;

import org.jspecify.annotations.NullMarked;
