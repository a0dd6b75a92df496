/** The ostree repository of a provider: commits on branches, without a machine that has them deployed. */
@NullMarked
package dev.hearth.os.repository;

import org.jspecify.annotations.NullMarked;
