package dev.hearth.images;

import java.util.regex.Pattern;

/** What somebody calls an image that is here: a name, an id, or the beginning of an id. */
public record ImageName(String text) {
    // Looser than a reference: ids are none, and engines complete short names in ways of their own.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9._/:@\\[\\]-]{0,511}");

    /**
     * Reads what could be one.
     *
     * @throws InvalidImageReference when it could not
     */
    public static ImageName parse(String text) {
        if (text.isEmpty()) {
            throw new InvalidImageReference(text, "it is empty");
        }
        if (!FORM.matcher(text).matches()) {
            throw new InvalidImageReference(text, "it is neither a name nor an id");
        }
        return new ImageName(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
