/** What the user and the administrator have settled in files. */
@NullMarked
package dev.hearth.config;

import org.jspecify.annotations.NullMarked;
