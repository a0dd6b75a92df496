package dev.hearth.images.bootstrap;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The host's apt settings without which its sources cannot be reached or are refused.
 *
 * @param settings each as a line of apt.conf, without the semicolon
 */
record AptSettings(List<String> settings) {
    private static final Pattern LINE = Pattern.compile("(?<name>[^ ]+) \"(?<value>[^\"\\n]+)\";");
    private static final String WANTED = "Acquire::("
            + "Check-Valid-Until|Check-Date|Max-ValidTime|Retries|ForceIPv4|ForceIPv6"
            + "|(http|https)::(Proxy|Proxy::.+|Timeout)"
            + "|https::([^:]+::)?(CAInfo|CAPath|Verify-Peer|Verify-Host|SslCert|SslKey))";
    private static final Pattern FILE =
            Pattern.compile("Acquire::https::([^:]+::)?(CAInfo|SslCert|SslKey) \"(?<file>/[^\"]+)\"");

    AptSettings {
        settings = List.copyOf(settings);
    }

    /** Reads what {@code apt-config dump} prints. */
    static AptSettings parse(String dump) {
        return new AptSettings(dump.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group("name").matches(WANTED))
                .map(line -> line.group("name") + " \"" + line.group("value") + "\"")
                .toList());
    }

    /** Returns the files that the settings name. */
    Stream<String> files() {
        return settings.stream()
                .map(FILE::matcher)
                .filter(setting -> setting.matches())
                .map(setting -> setting.group("file"));
    }
}
