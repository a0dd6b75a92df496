package dev.hearth.os.packages;

/** Runs of decimal digits, of any length: a date or a hash in a version outgrows every number type. */
final class Digits {
    private Digits() {}

    /** {@return where the run of digits that starts here ends} */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Compares two runs of digits by their value; an empty one is zero. */
    static int compare(String left, String right) {
        var a = withoutLeadingZeros(left);
        var b = withoutLeadingZeros(right);
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
