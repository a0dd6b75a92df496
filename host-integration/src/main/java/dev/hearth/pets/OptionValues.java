package dev.hearth.pets;

import dev.hearth.engine.ContainerRequest.PublishedPort;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options that have no type of their own; whatever passes can be carried anywhere exactly. */
public final class OptionValues {
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,3})?)([bkmgt]?)(?:i?b)?");
    private static final Pattern CPUS = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,3})?");
    private static final Pattern PORT = Pattern.compile(
            "(?:(?<address>[0-9.]+|\\[[0-9a-fA-F:.]+]):)?(?<host>[0-9]{1,5}):(?<pet>[0-9]{1,5})(?:/(?<protocol>tcp|udp))?");
    private static final Pattern DURATION = Pattern.compile("(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?");
    private static final Pattern DEVICE =
            Pattern.compile("/dev/[^:\\s]+(:/[^:\\s]+)?(:[rwm]{1,3})?|[A-Za-z0-9.-]+/[A-Za-z0-9_-]+=\\S+");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9@(./][\\p{Graph}]{0,254}");
    private static final Pattern HOSTNAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?");
    private static final long LEAST_MEMORY = 6L * 1024 * 1024;
    private static final int LAST_PORT = 65_535;

    private OptionValues() {}

    /** {@return a number of bytes} */
    public static long memory(String text) {
        var matcher = MEMORY.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int thousands = "bkmgt".indexOf(matcher.group(2).isEmpty() ? "b" : matcher.group(2));
            double bytes = Double.parseDouble(matcher.group(1)) * Math.pow(1024, thousands);
            if (bytes >= LEAST_MEMORY && bytes < Long.MAX_VALUE) {
                return (long) bytes;
            }
        }
        throw new InvalidValue(text, "an amount of memory", "Write 6m or more, such as 512m, 2g or 1.5g.");
    }

    public static double cpus(String text) {
        if (CPUS.matcher(text).matches() && Double.parseDouble(text) > 0) {
            return Double.parseDouble(text);
        }
        throw new InvalidValue(text, "a number of processors", "Write a number above 0, such as 2 or 1.5.");
    }

    public static PublishedPort port(String text) {
        var matcher = PORT.matcher(text);
        if (!matcher.matches() || !isPort(matcher, "host") || !isPort(matcher, "pet")) {
            throw new InvalidValue(
                    text, "a port to publish", "Write [ADDRESS:]HOST-PORT:PET-PORT[/udp], such as 127.0.0.1:8080:80.");
        }
        var address = matcher.group("address");
        var protocol = matcher.group("protocol");
        return new PublishedPort(
                address == null ? "" : address.replace("[", "").replace("]", ""),
                Integer.parseInt(matcher.group("host")),
                Integer.parseInt(matcher.group("pet")),
                protocol == null ? "tcp" : protocol);
    }

    public static Duration duration(String text) {
        var matcher = DURATION.matcher(text);
        if (matcher.matches()) {
            var duration = Duration.ofHours(number(matcher, 1))
                    .plusMinutes(number(matcher, 2))
                    .plusSeconds(number(matcher, 3));
            if (duration.isPositive()) {
                return duration;
            }
        }
        throw new InvalidValue(text, "a length of time", "Write it as 90s, 30m or 1h30m.");
    }

    public static Map.Entry<String, String> label(String text) {
        int equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        boolean reserved = ReservedLabels.contain(name) || name.equals("devcontainer.metadata");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,127}") || reserved || text.indexOf('\0') >= 0) {
            throw new InvalidValue(
                    text, "a label", "Write NAME=VALUE; names that begin with `dev.hearth.` are hearth's own.");
        }
        return Map.entry(name, equals < 0 ? "" : text.substring(equals + 1));
    }

    public static Map<String, String> labels(List<String> texts) {
        var labels = new LinkedHashMap<String, String>();
        for (var text : texts) {
            var label = label(text);
            labels.put(label.getKey(), label.getValue());
        }
        return labels;
    }

    public static String device(String text) {
        return require(DEVICE, text, "a device", "Write /dev/NAME[:/PET/PATH][:rwm], or VENDOR/CLASS=NAME.");
    }

    public static String packageName(String text) {
        return require(PACKAGE, text, "the name of a package", "Write one name for each `--package`.");
    }

    public static String hostname(String text) {
        return require(HOSTNAME, text, "a host name", "Use up to 64 letters, digits, dots and dashes.");
    }

    private static String require(Pattern pattern, String text, String what, String hint) {
        if (!pattern.matcher(text).matches()) {
            throw new InvalidValue(text, what, hint);
        }
        return text;
    }

    private static boolean isPort(Matcher matcher, String group) {
        int port = Integer.parseInt(matcher.group(group));
        return port > 0 && port <= LAST_PORT;
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
