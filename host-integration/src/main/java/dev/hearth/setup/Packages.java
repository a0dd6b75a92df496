package dev.hearth.setup;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.setup.Step.InstallPackages;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Installs and removes packages with the host's own package manager. */
final class Packages {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Pattern NEW = Pattern.compile("Inst (\\S+) \\(.*");
    private static final Pattern REMOVED = Pattern.compile("Remv (\\S+) .*");

    private final Processes processes;
    private final SetupNarrator narrator;

    Packages(Processes processes, SetupNarrator narrator) {
        this.processes = processes;
        this.narrator = narrator;
    }

    /** {@return the step with all packages that it will bring, so that exactly those can be removed} */
    InstallPackages withAllNew(InstallPackages step) {
        return switch (step.manager()) {
            case APT -> {
                stream(apt("update"));
                var simulation = processes
                        .run(apt("--simulate", "install").with(step.packages()))
                        .orThrow();
                yield step.withAdded(matches(NEW, simulation.out()));
            }
            // dnf removes what a package brought along together with the package.
            case DNF ->
                step.withAdded(step.packages().stream()
                        .filter(name -> !processes
                                .run(Command.of("rpm", "--query", name))
                                .succeeded())
                        .toList());
        };
    }

    void install(InstallPackages step) {
        stream(
                switch (step.manager()) {
                    case APT -> apt("install").with(step.packages());
                    case DNF ->
                        dnf("install").with("--setopt=install_weak_deps=False").with(step.packages());
                });
    }

    void remove(InstallPackages step) {
        if (step.added().isEmpty()) {
            return;
        }
        switch (step.manager()) {
            case APT -> removeWithApt(step.added());
            case DNF -> stream(dnf("remove").with(step.added()));
        }
    }

    private void removeWithApt(List<String> packages) {
        var simulation =
                processes.run(apt("--simulate", "remove").with(packages)).orThrow();
        var others = matches(REMOVED, simulation.out()).stream()
                .filter(name -> !packages.contains(name))
                .toList();
        if (others.isEmpty()) {
            stream(apt("remove").with(packages));
        } else {
            narrator.warning("The packages stay, since others need them by now: " + String.join(", ", others));
        }
    }

    private void stream(Command command) {
        processes.stream(command, narrator::said).orThrow();
    }

    private static Command apt(String... words) {
        return Command.of("apt-get", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120")
                .with(words)
                .withEnvironment("DEBIAN_FRONTEND", "noninteractive")
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withTimeout(PATIENCE);
    }

    private static Command dnf(String verb) {
        return Command.of("dnf", "--assumeyes", verb)
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withTimeout(PATIENCE);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return text.lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }
}
