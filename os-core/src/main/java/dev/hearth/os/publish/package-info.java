/** Signs, releases, publishes and withdraws what was composed. */
@NullMarked
package dev.hearth.os.publish;

import org.jspecify.annotations.NullMarked;
