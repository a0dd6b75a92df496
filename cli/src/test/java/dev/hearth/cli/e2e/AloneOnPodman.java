package dev.hearth.cli.e2e;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests on the user's Podman, of which it is one at a time: others would see its containers and images come and go. */
@Target({TYPE, METHOD, ANNOTATION_TYPE})
@Retention(RUNTIME)
@ResourceLock("the user's Podman")
@interface AloneOnPodman {}
