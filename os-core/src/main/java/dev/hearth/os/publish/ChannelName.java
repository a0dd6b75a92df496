package dev.hearth.os.publish;

import java.util.regex.Pattern;

/** The name of a channel, which is that of the branch, too, by which machines follow it. */
public record ChannelName(String text) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /**
     * {@return the name that a text is}
     *
     * @throws InvalidChannelName when it is none
     */
    public static ChannelName parse(String text) {
        if (!is(text)) {
            throw new InvalidChannelName(text);
        }
        return new ChannelName(text);
    }

    /** {@return whether a text could be one} */
    public static boolean is(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
