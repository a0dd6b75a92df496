package dev.hearth.os.packages;

import org.jspecify.annotations.Nullable;

/**
 * A version as rpm takes it apart; see rpm-version(7).
 *
 * @param release absent sorts before any that is there
 */
record RpmVersion(String epoch, String version, @Nullable String release) implements Comparable<RpmVersion> {
    private static final char END = 0;

    static RpmVersion parse(String text) {
        int digits = Digits.end(text, 0);
        boolean hasEpoch = digits < text.length() && text.charAt(digits) == ':';
        var rest = hasEpoch ? text.substring(digits + 1) : text;
        int hyphen = rest.lastIndexOf('-');
        return new RpmVersion(
                hasEpoch ? text.substring(0, digits) : "",
                hyphen < 0 ? rest : rest.substring(0, hyphen),
                hyphen < 0 ? null : rest.substring(hyphen + 1));
    }

    @Override
    public int compareTo(RpmVersion other) {
        int byEpoch = Digits.compare(epoch, other.epoch);
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byVersion = compareSegments(version, other.version);
        return byVersion != 0 ? byVersion : compareReleases(release, other.release);
    }

    private static int compareReleases(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return compareSegments(left, right);
    }

    private static int compareSegments(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            i = skipSeparators(left, i);
            j = skipSeparators(right, j);
            char a = at(left, i);
            char b = at(right, j);
            if (a == '~' || b == '~' || a == '^' || b == '^') {
                if (a != b) {
                    return Integer.compare(weight(a), weight(b));
                }
                i++;
                j++;
                continue;
            }
            if (a == END || b == END) {
                break;
            }
            boolean numeric = Ascii.isDigit(a);
            int leftEnd = segmentEnd(left, i, numeric);
            int rightEnd = segmentEnd(right, j, numeric);
            if (rightEnd == j) {
                // Of different types: a number is newer than a word.
                return numeric ? 1 : -1;
            }
            int bySegment = compareSegment(left.substring(i, leftEnd), right.substring(j, rightEnd), numeric);
            if (bySegment != 0) {
                return bySegment;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return Boolean.compare(i < left.length(), j < right.length());
    }

    private static char at(String text, int index) {
        return index < text.length() ? text.charAt(index) : END;
    }

    /** {@return where a character sorts when at least one of two is a tilde or a caret} */
    private static int weight(char character) {
        return switch (character) {
            case '~' -> 0;
            case END -> 1;
            case '^' -> 2;
            default -> 3;
        };
    }

    private static int skipSeparators(String text, int start) {
        int index = start;
        while (index < text.length() && !isSignificant(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int segmentEnd(String text, int start, boolean numeric) {
        if (numeric) {
            return Digits.end(text, start);
        }
        int end = start;
        while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareSegment(String left, String right, boolean numeric) {
        return numeric ? Digits.compare(left, right) : Integer.signum(left.compareTo(right));
    }

    private static boolean isSignificant(char character) {
        return Ascii.isDigit(character) || Ascii.isLetter(character) || character == '~' || character == '^';
    }
}
