/** Machines that really boot: hearth on a base of its own, in QEMU. */
@NullMarked
package dev.hearth.cli.vm;

import org.jspecify.annotations.NullMarked;
