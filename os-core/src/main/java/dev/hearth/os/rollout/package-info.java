/** Which machine takes a release when: the same code on the machines and in the simulation of a million of them. */
@NullMarked
package dev.hearth.os.rollout;

import org.jspecify.annotations.NullMarked;
