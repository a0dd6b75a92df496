/** What a pet wrote to a home that it only reads: what differs from the home, and what becomes of it. */
@NullMarked
package dev.hearth.homes;

import org.jspecify.annotations.NullMarked;
