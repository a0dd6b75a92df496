/** Signatures by GnuPG: made with a provider's key, and checked by the keys that are given and by no other. */
@NullMarked
package dev.hearth.os.gpg;

import org.jspecify.annotations.NullMarked;
