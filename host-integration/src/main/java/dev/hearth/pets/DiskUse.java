package dev.hearth.pets;

/**
 * What something takes on the disk.
 *
 * @param name whose it is, or what it is called; empty for a kind of which there is one
 * @param count of how many things it consists
 * @param bytes that it takes; of an image with all its layers, which it may share with others
 */
public record DiskUse(Kind kind, String name, int count, long bytes) {

    /** What takes it. */
    public enum Kind {
        /** What a pet has in its own files, beyond what it was made of. */
        PET("pet", "hearth rm"),
        /** The saved states of a pet. */
        GENERATIONS("generations", "hearth prune"),
        /** Saved states of a pet that is gone. */
        ORPHANED_GENERATIONS("orphaned generations", "hearth prune --all"),
        /** An image that hearth made, or that a pet was made of. */
        IMAGE("image", "hearth image rm"),
        /** What a pet that was copied or imported was made with. */
        CONTENT("content", "hearth rm"),
        /** A second copy of an image, or of what a pet was made with, that the engine keeps with the ids of its user. */
        MAPPED_COPY("mapped copy", "hearth rm"),
        /** Contents of pets that a command which was cut off has left. */
        LEFTOVERS("leftovers", "the next command that makes a pet"),
        /** What was fetched and can be fetched again. */
        CACHE("cache", "");

        private final String word;
        private final String remover;

        Kind(String word, String remover) {
            this.word = word;
            this.remover = remover;
        }

        /** {@return the word for it in tables and JSON} */
        public String word() {
            return word;
        }

        /** {@return the command that gets rid of it; empty where files can simply be removed} */
        public String remover() {
            return remover;
        }
    }
}
