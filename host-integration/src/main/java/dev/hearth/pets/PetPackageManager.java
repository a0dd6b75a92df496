package dev.hearth.pets;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.TerminalRequest;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.guest.GuestFiles;
import dev.hearth.packages.NoPackageManager;
import dev.hearth.packages.PackageManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The package manager of a pet that runs: its commands, run inside as root. */
final class PetPackageManager {
    private static final String ROOT = "0:0";

    /** Nobody is there to be asked, and messages are told apart by their words. */
    private static final Map<String, String> UNATTENDED =
            Map.of("DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8");

    private final ContainerEngine engine;
    private final Processes processes;
    private final Pet pet;
    private final PackageScreen screen;
    private final Narrator narrator;

    PetPackageManager(ContainerEngine engine, Processes processes, Pet pet, PackageScreen screen, Narrator narrator) {
        this.engine = engine;
        this.processes = processes;
        this.pet = pet;
        this.screen = screen;
        this.narrator = narrator;
    }

    /** How a command ended. */
    record Ended(Command command, int status, PackageManagerOutput output) {}

    /**
     * {@return which one it is}
     *
     * @throws NoPackageManager when the pet has none that hearth knows
     */
    PackageManager which() {
        var lines = new ArrayList<String>();
        int status = exec(guest("manager"), lines);
        return (status == 0 ? lines : List.<String>of())
                .stream()
                        .findFirst()
                        .flatMap(PackageManager::of)
                        .orElseThrow(() -> NoPackageManager.in(pet.name().value()));
    }

    /** Runs a command that only asks, or fetches lists; nothing of it is shown. */
    Ended ask(List<String> command) {
        var lines = new ArrayList<String>();
        int status = exec(command, lines);
        return new Ended(Command.of(command), status, new PackageManagerOutput(lines));
    }

    /** Runs a command that people want to watch. */
    Ended show(List<String> command) {
        return run(command, command);
    }

    /**
     * Runs the command that changes packages, under the eyes of the in-pet half: should this hearth not see its end, another
     * one can tell how far it came.
     *
     * @param before the generation that was saved
     * @param requests what has been asked for once it is done
     */
    Ended change(PackageManager manager, List<String> command, GenerationNumber before, List<String> requests) {
        var successes =
                manager.successes().stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
        var words = guest("change", Integer.toString(before.value()), successes, String.join(" ", requests));
        words.addAll(command);
        return run(command, words);
    }

    /** Notes what was asked for. */
    int request(List<String> requests) {
        return exec(guest("request", String.join(" ", requests)), new ArrayList<>());
    }

    private Ended run(List<String> command, List<String> words) {
        if (screen == PackageScreen.TERMINAL) {
            narrator.givingTheTerminal();
            var request = new TerminalRequest(ROOT, true, List.of("TERM"), words);
            int status = processes.runAttached(engine.terminal(pet.container().id(), request));
            return new Ended(Command.of(command), status, PackageManagerOutput.NONE);
        }
        var lines = new ArrayList<String>();
        int status = engine.exec(pet.container().id(), new ExecRequest(ROOT, UNATTENDED, words), line -> {
            lines.add(line);
            switch (screen) {
                case LINES -> narrator.packageManagerSaid(pet.name(), line);
                case NAMED_LINES -> narrator.packageManagerSaid(pet.name(), pet.name() + ": " + line);
                case NONE, TERMINAL -> {}
            }
        });
        return new Ended(Command.of(command), status, new PackageManagerOutput(lines));
    }

    private int exec(List<String> command, List<String> lines) {
        return engine.exec(pet.container().id(), new ExecRequest(ROOT, UNATTENDED, command), lines::add);
    }

    private static List<String> guest(String... words) {
        var command = new ArrayList<>(List.of(GuestFiles.PACKAGES.value()));
        command.addAll(List.of(words));
        return command;
    }
}
