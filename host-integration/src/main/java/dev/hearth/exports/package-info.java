/** Programs, apps and services of pets that are made available on the host, as files which carry a mark. */
@NullMarked
package dev.hearth.exports;

import org.jspecify.annotations.NullMarked;
