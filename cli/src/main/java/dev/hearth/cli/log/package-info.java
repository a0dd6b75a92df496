/** What hearth did, for those who look into it afterwards. */
@NullMarked
package dev.hearth.cli.log;

import org.jspecify.annotations.NullMarked;
