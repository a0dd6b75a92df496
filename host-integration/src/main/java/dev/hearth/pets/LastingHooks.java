package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pet's project wants run whenever the pet starts, and whenever somebody opens a shell in it.
 *
 * <p>It is in labels that no user can set, and so goes along when the pet is made anew.
 */
public final class LastingHooks {
    private static final String START = "dev.hearth.on-start";
    private static final String SHELL = "dev.hearth.on-shell";
    /** Where the in-pet half finds the latter. */
    private static final String FILE = "/var/lib/hearth/on-shell";

    private final ContainerEngine engine;
    private final PetHooks hooks;

    LastingHooks(ContainerEngine engine, Account account) {
        this.engine = engine;
        this.hooks = new PetHooks(engine, account);
    }

    /** {@return the labels of a pet that has these, either of which may be absent} */
    public static Map<String, String> labels(Optional<Hook> onStart, Optional<Hook> onShell) {
        var labels = new LinkedHashMap<String, String>();
        onStart.ifPresent(hook -> labels.put(START, written(hook)));
        onShell.ifPresent(hook -> labels.put(SHELL, written(hook)));
        return labels;
    }

    /** Tells the in-pet half of a pet that was set up what to run before a shell. */
    void prepare(PetSpec spec, ContainerId id) {
        read(spec, SHELL).ifPresent(hook -> {
            // In a shell of its own: where it goes, and what it sets, is not the user's.
            var script = "cd '%s' || exit\n%s"
                    .formatted(String.valueOf(hook.directory()).replace("'", "'\\''"), hook.script());
            var keep = "umask 022; printf '%s\\n' \"$1\" >\"$2.new\" && mv -f \"$2.new\" \"$2\"";
            engine.exec(id, ExecRequest.asRoot("/bin/sh", "-c", keep, "sh", script, FILE), _ -> {});
        });
    }

    /** Runs what is to be run at a start; a pet is there without it, too. */
    void started(PetName name, PetSpec spec, ContainerId id, Narrator narrator) {
        read(spec, START).ifPresent(hook -> {
            try {
                hooks.run(name, id, List.of(hook), narrator);
            } catch (Failure.ToolFailed e) {
                narrator.warning(e.message());
            }
        });
    }

    private static String written(Hook hook) {
        var json = new LinkedHashMap<String, Object>();
        json.put("title", hook.title());
        json.put("script", hook.script());
        json.put("root", hook.root());
        json.put("directory", String.valueOf(hook.directory()));
        return Json.write(json);
    }

    private static Optional<Hook> read(PetSpec spec, String label) {
        return Optional.ofNullable(spec.labels().get(label))
                .map(Json::parse)
                .map(json -> new Hook(
                        json.at("title").text(),
                        json.at("script").text(),
                        json.at("root").isTrue(),
                        Path.of(json.at("directory").text())));
    }
}
