/** HTTP/1.1 over a unix socket, and nothing more of HTTP than container engines speak. */
@NullMarked
package dev.hearth.engine.http;

import org.jspecify.annotations.NullMarked;
