package dev.hearth.os.ostree;

/**
 * A package file that hearth keeps a copy of as long as a deployment has it.
 *
 * @param digest SHA-256 of the file, 64 hexadecimal digits
 * @param title name, version and architecture in one word: {@code NAME-VERSION-RELEASE.ARCH} for rpm, as rpm-ostree has
 *     it, and {@code NAME_VERSION_ARCH.deb} for Debian's
 */
record StoredPackage(String digest, String title) {

    /** Reads the form that origin files have: {@code SHA256:NAME-VERSION.ARCH}. */
    static StoredPackage parse(String text) {
        int colon = text.indexOf(':');
        return new StoredPackage(text.substring(0, Math.max(colon, 0)), text.substring(colon + 1));
    }

    /** {@return the package's name: the title without version and architecture} */
    String name() {
        return title.endsWith(".deb")
                ? title.substring(0, Math.max(title.indexOf('_'), 0))
                : title.replaceFirst("-[^-]+-[^-]+$", "");
    }

    /** {@return whether a user may mean this package by the word} */
    boolean isNamed(String word) {
        return word.equals(name()) || word.equals(title);
    }

    @Override
    public String toString() {
        return digest + ":" + title;
    }
}
