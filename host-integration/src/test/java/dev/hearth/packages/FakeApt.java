package dev.hearth.packages;

import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.guest.GuestFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** apt and the in-pet half's {@code packages} in the containers of a fake engine, over dpkg's database. */
public final class FakeApt {
    private static final String STATUS = "/var/lib/dpkg/status";
    private static final String REQUESTS = "/var/lib/hearth/requests";
    private static final String BEGUN = "/var/lib/hearth/packages-begun";
    private static final int REFUSED = 100;

    private final Map<String, String> offered = new TreeMap<>();
    private final Map<String, List<String>> dependencies = new HashMap<>();
    private final List<String> failing = new ArrayList<>();
    private boolean running;

    /** Gives all containers of an engine this package manager. */
    public FakeApt(FakeContainerEngine engine) {
        engine.withProgram(GuestFiles.PACKAGES.value(), this::packages)
                .withProgram("apt-get", this::apt)
                .withProgram("apt-cache", (_, _, line) -> {
                    offered.forEach((name, version) -> line.accept(name + " - it is " + name));
                    return 0;
                });
    }

    /** Offers a package, with those that it needs. */
    public FakeApt with(String name, String version, String... needed) {
        offered.put(name, version);
        dependencies.put(name, List.of(needed));
        return this;
    }

    /** Offers a package no longer. */
    public FakeApt without(String name) {
        offered.remove(name);
        return this;
    }

    /** Lets the script of a package fail when it is set up. */
    public FakeApt failing(String name) {
        failing.add(name);
        return this;
    }

    /** Lets a change still go on that nobody waits for. */
    public FakeApt running() {
        running = true;
        return this;
    }

    private int packages(FakeContainer container, ExecRequest request, Consumer<String> line) {
        var words = request.command();
        var files = container.content();
        switch (words.get(1)) {
            case "manager" -> line.accept("apt-get");
            case "running" -> {
                return running ? 0 : 1;
            }
            case "request" -> keep(container, words.get(2));
            case "change" -> {
                files.write(BEGUN, words.get(2) + "\n");
                var inner = new ExecRequest(request.user(), request.environment(), words.subList(5, words.size()));
                int status = apt(container, inner, line);
                if (status != 0) {
                    return status;
                }
                keep(container, words.get(4));
                files.delete(BEGUN);
            }
            default -> throw new AssertionError(words);
        }
        return 0;
    }

    private static void keep(FakeContainer container, String requests) {
        container.content().write(REQUESTS, requests.replace(' ', '\n') + "\n");
    }

    private int apt(FakeContainer container, ExecRequest request, Consumer<String> line) {
        var words = request.command();
        if (words.contains("update")) {
            return 0;
        }
        var before = installed(container);
        var after = new TreeMap<>(before);
        if (words.contains("upgrade")) {
            after.replaceAll(offered::getOrDefault);
        } else {
            boolean install = words.contains("install");
            for (var name : words.subList(words.indexOf(install ? "install" : "remove") + 1, words.size())) {
                if (!offered.containsKey(name)) {
                    line.accept("E: Unable to locate package " + name);
                    return REFUSED;
                }
                if (install) {
                    dependencies.getOrDefault(name, List.of()).forEach(each -> after.putIfAbsent(each, "1"));
                    after.putIfAbsent(name, offered.get(name));
                } else {
                    after.remove(name);
                }
            }
        }
        return finish(container, words, before, after, line);
    }

    private int finish(
            FakeContainer container,
            List<String> words,
            Map<String, String> before,
            Map<String, String> after,
            Consumer<String> line) {
        if (words.contains("--download-only")) {
            return 0;
        }
        boolean simulated = words.contains("--simulate");
        for (var name : after.keySet()) {
            if (!after.get(name).equals(before.get(name))) {
                line.accept((simulated ? "Inst " : "Setting up ") + name + " (" + after.get(name) + ")");
                if (!simulated && failing.contains(name)) {
                    container.content().write("/opt/half-" + name, "left behind");
                    line.accept("E: Sub-process /usr/bin/dpkg returned an error code (1)");
                    return REFUSED;
                }
            }
        }
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> line.accept((simulated ? "Remv " : "Removing ") + name));
        if (!simulated) {
            var status = new StringBuilder();
            after.forEach((name, version) -> status.append(paragraph(name, version)));
            container.content().write(STATUS, status.toString());
        }
        return 0;
    }

    private static Map<String, String> installed(FakeContainer container) {
        var versions = new TreeMap<String, String>();
        for (var paragraph :
                container.content().texts().getOrDefault(STATUS, "").split("\n\n", -1)) {
            var lines = paragraph.strip().split("\n", -1);
            if (lines.length == 3) {
                versions.put(lines[0].substring("Package: ".length()), lines[2].substring("Version: ".length()));
            }
        }
        return versions;
    }

    /** {@return what dpkg's database says of a package that is installed} */
    public static String paragraph(String name, String version) {
        return "Package: %s\nStatus: install ok installed\nVersion: %s\n\n".formatted(name, version);
    }
}
