/** The packaged launcher, used as people use it: as root on Docker, and as an unprivileged user on rootless Podman. */
@NullMarked
package dev.hearth.cli.e2e;

import org.jspecify.annotations.NullMarked;
