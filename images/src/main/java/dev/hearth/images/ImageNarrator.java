package dev.hearth.images;

/** Is told what happens while hearth gets hold of an image. */
public interface ImageNarrator {
    /** An image is being fetched from its registry. */
    void pulling(ImageReference reference);

    /** The registry did not answer, and hearth is about to look for another way. */
    void registryUnreachable(ImageReference reference, String reason);

    /** An image is being made from a package mirror. */
    void bootstrapping(String distribution, String release);

    /** Bytes came, or a program printed a line. */
    void transferred(Transfer transfer);

    /** An image is there now. */
    void imageReady(ImageReference reference);
}
