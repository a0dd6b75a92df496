package dev.hearth.os;

import org.jspecify.annotations.Nullable;

/** What a deployment follows, and so where its next version comes from. */
public sealed interface Source {

    /** {@return the source in one word, as the base engines write it} */
    String text();

    /**
     * A branch of an ostree repository.
     *
     * @param remote the configured remote; absent for a branch of the local repository
     */
    record Branch(@Nullable String remote, String name) implements Source {

        /** Reads {@code REMOTE:BRANCH} or {@code BRANCH}. */
        public static Branch parse(String text) {
            int colon = text.indexOf(':');
            var remote = colon < 0 ? null : text.substring(0, colon);
            var name = text.substring(colon + 1);
            if (!name.matches("[\\w.-]+(/[\\w.-]+)*") || (remote != null && !remote.matches("[\\w.-]+"))) {
                throw new InvalidSource(text);
            }
            return new Branch(remote, name);
        }

        @Override
        public String text() {
            return remote == null ? name : remote + ":" + name;
        }
    }

    /**
     * A container image.
     *
     * @param reference with its transport, as the engine writes it
     * @param digest of the manifest that is deployed; absent when the engine does not tell
     */
    record Image(String reference, @Nullable String digest) implements Source {
        @Override
        public String text() {
            return reference;
        }
    }

    /**
     * One commit and none after it.
     *
     * @param url where somebody's own tool took it from; mostly absent
     * @param description what that tool says of it
     */
    record Fixed(
            String checksum, @Nullable String url, @Nullable String description) implements Source {
        @Override
        public String text() {
            return url == null ? checksum : url;
        }
    }

    /** Nothing is recorded: it has no next version. */
    record None() implements Source {
        @Override
        public String text() {
            return "";
        }
    }
}
