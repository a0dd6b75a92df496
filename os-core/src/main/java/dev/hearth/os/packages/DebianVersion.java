package dev.hearth.os.packages;

/**
 * A version as dpkg takes it apart; see deb-version(7).
 *
 * @param epoch digits; empty for none, which means zero
 * @param revision empty for none, which equals {@code 0}
 */
record DebianVersion(String epoch, String upstream, String revision) implements Comparable<DebianVersion> {

    static DebianVersion parse(String text) {
        int colon = text.indexOf(':');
        // What is no number is no epoch: dpkg refuses such a version, but a listing has to put it somewhere.
        boolean hasEpoch = colon > 0 && Digits.end(text, 0) == colon;
        var rest = hasEpoch ? text.substring(colon + 1) : text;
        int hyphen = rest.lastIndexOf('-');
        return new DebianVersion(
                hasEpoch ? text.substring(0, colon) : "",
                hyphen < 0 ? rest : rest.substring(0, hyphen),
                hyphen < 0 ? "" : rest.substring(hyphen + 1));
    }

    @Override
    public int compareTo(DebianVersion other) {
        int byEpoch = Digits.compare(epoch, other.epoch);
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byUpstream = compareParts(upstream, other.upstream);
        return byUpstream != 0 ? byUpstream : compareParts(revision, other.revision);
    }

    /** Compares by turns what is no digit, character by character, and what is a number, by value. */
    private static int compareParts(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            while (isText(left, i) || isText(right, j)) {
                int byWeight = Integer.compare(weight(left, i), weight(right, j));
                if (byWeight != 0) {
                    return byWeight;
                }
                i++;
                j++;
            }
            int leftEnd = Digits.end(left, i);
            int rightEnd = Digits.end(right, j);
            int byValue = Digits.compare(left.substring(i, leftEnd), right.substring(j, rightEnd));
            if (byValue != 0) {
                return byValue;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return 0;
    }

    private static boolean isText(String text, int index) {
        return index < text.length() && !Ascii.isDigit(text.charAt(index));
    }

    /** {@return where a character sorts: tilde, then the end or a digit, then letters, then all else} */
    private static int weight(String text, int index) {
        if (!isText(text, index)) {
            return 0;
        }
        char character = text.charAt(index);
        if (character == '~') {
            return -1;
        }
        return Ascii.isLetter(character) ? character : character + 256;
    }
}
