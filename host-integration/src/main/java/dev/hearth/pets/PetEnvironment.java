package dev.hearth.pets;

import dev.hearth.core.host.Environment;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import dev.hearth.pets.SessionVariable.Source;
import dev.hearth.session.SessionEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells which variables a session in a pet has, and why. */
final class PetEnvironment {
    /** A shell's own, which say where it is and not what it was given. */
    private static final Set<String> SHELLS_OWN = Set.of("PWD", "OLDPWD", "SHLVL", "_");

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("HEARTH_PET", "the name of the pet"),
            Map.entry("HEARTH_SESSION", "which session it is"),
            Map.entry("container", "by which programs see that they are in a container, and of which engine"),
            Map.entry("HOME", "the home that the pet shows"),
            Map.entry("USER", "the owner of the pet"),
            Map.entry("LOGNAME", "the owner of the pet"),
            Map.entry("SHELL", "the owner's shell, as far as the pet has it"),
            Map.entry("PATH", "the pet's own directories, after those of the caller that lie in the home"),
            Map.entry("XDG_RUNTIME_DIR", "the runtime directory, which the pet shares"),
            Map.entry("XDG_DATA_DIRS", "the host's icons and themes, after those of the pet"),
            Map.entry("SSH_AUTH_SOCK", "a link that each session leads to its login's agent"),
            Map.entry("XAUTHORITY", "a link that each session leads to its login's file"),
            Map.entry("TERMINFO_DIRS", "the host's descriptions of terminals, after those of the pet"),
            Map.entry("TMUX_TMPDIR", "so that tmux finds the pet's own server, and not the host's"),
            Map.entry("LANG", "the pet lacks the caller's locale, or the caller has none"),
            Map.entry("SYSTEMD_OFFLINE", "so that systemctl does not act on the host"));

    private final ContainerEngine engine;
    private final Environment callers;
    private final String user;

    /** Tells it for a caller whose sessions run as this {@code UID:GID}. */
    PetEnvironment(ContainerEngine engine, Environment callers, String user) {
        this.engine = engine;
        this.callers = callers;
        this.user = user;
    }

    /** {@return the variables, sorted by name; of a pet that does not run, those of which the values are certain} */
    List<SessionVariable> of(Pet pet) {
        var variables = pet.isRunning() ? asked(pet) : expected(pet);
        return variables.entrySet().stream()
                .filter(variable -> !SHELLS_OWN.contains(variable.getKey()))
                .map(variable -> explained(pet, variable.getKey(), variable.getValue()))
                .toList();
    }

    private Map<String, String> expected(Pet pet) {
        var variables = new TreeMap<>(pet.spec().environment());
        variables.putAll(forwarded());
        return variables;
    }

    /** Has a session of this login say it, as only the pet knows what it makes of the values. */
    private Map<String, String> asked(Pet pet) {
        var given = new HashMap<>(forwarded());
        given.put("HEARTH_PATH", callers.get("PATH").orElse(""));
        given.put("HEARTH_WORKDIR", "/");
        var lines = new ArrayList<String>();
        var words = List.of(GuestFiles.RUN.value(), "", "env", "-0");
        int status = engine.exec(pet.container().id(), new ExecRequest(user, given, words), lines::add);
        if (status != 0) {
            throw new PetSilent(pet.name(), String.join(" ", lines));
        }
        return parsed(String.join("\n", lines));
    }

    private static Map<String, String> parsed(String text) {
        var variables = new TreeMap<String, String>();
        for (var variable : text.split("\0", -1)) {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return variables;
    }

    private Map<String, String> forwarded() {
        var variables = new TreeMap<String, String>();
        SessionEnvironment.names(callers)
                .forEach(name -> variables.put(name, callers.variables().get(name)));
        return variables;
    }

    private SessionVariable explained(Pet pet, String name, String value) {
        var login = forwarded().get(name);
        var own = pet.spec().environment().get(name);
        if (value.equals(login)) {
            var over = own == null || own.equals(login) ? "" : ", over the pet's own '%s'".formatted(own);
            var reason = SessionEnvironment.reason(name).orElse("");
            return new SessionVariable(name, value, Source.LOGIN, reason + over);
        }
        if (login != null) {
            var reason = OURS.getOrDefault(name, "what the pet finds there");
            return new SessionVariable(name, value, Source.HEARTH, reason + ", for '%s'".formatted(login));
        }
        if (value.equals(own)) {
            return new SessionVariable(name, value, Source.PET, "given when the pet was made");
        }
        return OURS.containsKey(name)
                ? new SessionVariable(name, value, Source.HEARTH, OURS.get(name))
                : new SessionVariable(name, value, source(name), reason(name));
    }

    /** What the login would pass on and does not have is known from an earlier one, or found without being named. */
    private static Source source(String name) {
        return SessionEnvironment.isForwarded(name) ? Source.HEARTH : Source.IMAGE;
    }

    private static String reason(String name) {
        return SessionEnvironment.isForwarded(name) ? "found in the login's runtime directory" : "set by the image";
    }
}
