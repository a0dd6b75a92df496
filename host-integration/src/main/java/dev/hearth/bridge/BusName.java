package dev.hearth.bridge;

import java.util.regex.Pattern;

/** The name of a service on a bus, such as {@code org.freedesktop.Notifications}; with {@code .*}, of all below it. */
public record BusName(String text) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z_-][A-Za-z0-9_-]*(\\.[A-Za-z_-][A-Za-z0-9_-]*)+(\\.\\*)?");
    private static final int LONGEST = 255;

    public BusName {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new InvalidBusName(text);
        }
    }
}
