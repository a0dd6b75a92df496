package dev.hearth.exports;

import static java.util.stream.Collectors.joining;

import dev.hearth.core.text.UnitWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The unit of the user's systemd on the host that runs a service of a pet.
 *
 * <p>It has what the pet's unit says about what to run, and when again. What confines a service, or orders it among
 * others, is about the system that its unit was written for.
 *
 * @param call the words that run hearth
 */
record ServiceUnit(ExportMark mark, OfferedUnit service, List<String> call) {
    private static final String SERVICE = "[Service]";
    private static final List<String> COMMANDS =
            List.of("ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost");
    private static final List<String> KEPT = List.of(
            "Restart",
            "RestartSec",
            "RestartPreventExitStatus",
            "SuccessExitStatus",
            "RemainAfterExit",
            "TimeoutSec",
            "TimeoutStartSec",
            "TimeoutStopSec");
    private static final Set<String> TYPES = Set.of("simple", "exec", "oneshot", "idle");
    private static final Pattern COMMAND = Pattern.compile("([-:@+!|]*)(.*)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=-]+");

    String text() {
        var unit = UnitText.parse(service.unit());
        var before = before(unit);
        var lines = new ArrayList<String>();
        for (var key : COMMANDS) {
            unit.values(SERVICE, key)
                    // The main process is hearth's, which hands on what systemd sends it by default.
                    .filter(command -> !command.contains("MAINPID"))
                    .forEach(command -> lines.add(key + "=" + inPet(command, before)));
        }
        if (unit.value(SERVICE, "ExecStart").isEmpty()) {
            throw unsuited("its unit starts no program");
        }
        for (var key : KEPT) {
            unit.value(SERVICE, key).ifPresent(value -> lines.add(key + "=" + value));
        }
        // Commands are written with these variables, too.
        unit.values(SERVICE, "Environment").forEach(value -> lines.add("Environment=" + value));
        return """
                %s# Runs a service of a pet; `hearth unexport service` takes it back.
                [Unit]
                Description=%s (%s)

                [Service]
                Type=%s
                KillMode=mixed
                %s

                [Install]
                WantedBy=default.target
                """.formatted(
                        mark.comments(),
                        unit.value("[Unit]", "Description").orElse(service.name()),
                        mark.pet(),
                        type(unit),
                        String.join("\n", lines));
    }

    /** That it is ready, a service in a pet can tell nobody here; that it was started has to do. */
    private String type(UnitText unit) {
        boolean onBus = unit.value(SERVICE, "BusName").isPresent();
        var type = unit.value(SERVICE, "Type").orElse(onBus ? "dbus" : "simple");
        return switch (type) {
            case "notify", "notify-reload" -> "exec";
            case "dbus" -> throw unsuited("it is ready with a name on a bus, which would be started on the host");
            case "forking" -> throw unsuited("it goes into the background, where its pet's end would not be seen");
            default -> {
                if (!TYPES.contains(type)) {
                    throw unsuited("its type '" + type + "' is unknown");
                }
                yield type;
            }
        };
    }

    private String before(UnitText unit) {
        if (unit.value(SERVICE, "EnvironmentFile").isPresent()) {
            throw unsuited("a file of the pet has its environment, which systemd would look for on the host");
        }
        var words = new ArrayList<String>();
        words.add(call.stream().map(ServiceUnit::word).collect(joining(" ")));
        words.addAll(HearthCall.inPet(mark.pet()));
        if (service.isSystem()) {
            words.addAll(List.of("sudo", "-n"));
            unit.value(SERVICE, "User").ifPresent(user -> words.addAll(List.of("-u", user)));
            words.add("--");
        }
        var directory = unit.value(SERVICE, "WorkingDirectory").filter(path -> path.startsWith("/"));
        var environment = unit.values(SERVICE, "Environment").toList();
        if (directory.isPresent() || !environment.isEmpty()) {
            words.add("env");
            directory.ifPresent(path -> words.add("--chdir=" + path));
            // A dollar has no meaning in the assignment, and would have one in a command.
            environment.forEach(assignments -> words.add(assignments.replace("$", "$$")));
        }
        return String.join(" ", words) + " ";
    }

    private String inPet(String command, String before) {
        var parts = COMMAND.matcher(command);
        if (!parts.matches() || parts.group(1).contains("@")) {
            throw unsuited("it is started by another name than its program's");
        }
        // Rights of the service's own are the pet's to give.
        return parts.group(1).replaceAll("[+!|]", "") + before + parts.group(2);
    }

    private static String word(String word) {
        // A dollar begins a variable in an argument.
        return PLAIN.matcher(word).matches() ? word : UnitWord.quoted(word).replace("$", "$$");
    }

    private UnsuitedUnit unsuited(String reason) {
        return new UnsuitedUnit(service.name(), reason);
    }
}
