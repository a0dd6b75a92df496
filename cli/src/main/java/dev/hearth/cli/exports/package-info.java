/** The commands that make programs, apps and services of pets available on the host, and take them back. */
@NullMarked
package dev.hearth.cli.exports;

import org.jspecify.annotations.NullMarked;
