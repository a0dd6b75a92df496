/** Where a package belongs: in the base, in a pet, or neither, judged by what it consists of. */
@NullMarked
package dev.hearth.os.advice;

import org.jspecify.annotations.NullMarked;
