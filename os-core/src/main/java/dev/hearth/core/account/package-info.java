/** Who runs hearth, asked of the kernel and the account database. */
@NullMarked
package dev.hearth.core.account;

import org.jspecify.annotations.NullMarked;
