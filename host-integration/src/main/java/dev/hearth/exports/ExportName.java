package dev.hearth.exports;

import java.util.regex.Pattern;

/** The name that an export gets on the host, which is part of a file's name. */
public record ExportName(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,127}");

    public ExportName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw InvalidExportName.malformed(value);
        }
        if (value.equals("hearth")) {
            throw InvalidExportName.ofHearth();
        }
    }

    /** {@return the name that the last part of a path makes} */
    static ExportName lastOf(String path) {
        return new ExportName(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
