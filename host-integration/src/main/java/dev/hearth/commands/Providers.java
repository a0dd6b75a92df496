package dev.hearth.commands;

import dev.hearth.commands.Provider.Kind;
import dev.hearth.guest.GuestFiles;
import dev.hearth.packages.PackageName;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the pets that run who has a program. One that does not run is not started for a mistyped word. */
public final class Providers {
    private final Pets pets;
    private final Narrator narrator;

    public Providers(Pets pets, Narrator narrator) {
        this.pets = pets;
        this.narrator = narrator;
    }

    /**
     * {@return who has it, or else who would}
     *
     * @param meant the pet that commands are about which name none; absent where there is no such
     */
    public Optional<Provider> find(CommandName command, @Nullable PetName meant) {
        var answers = new ArrayList<Provider>();
        for (var pet : running(meant)) {
            var provider = ask(pet, command, pet.equals(meant));
            if (provider.isPresent() && provider.get().kind() == Kind.PROGRAM) {
                return provider;
            }
            provider.ifPresent(answers::add);
        }
        return answers.stream().findFirst();
    }

    private List<PetName> running(@Nullable PetName meant) {
        // A pet for one session is that session's alone.
        return pets.list().stream()
                .filter(pet -> pet.isRunning() && !pet.spec().ephemeral())
                .map(Pet::name)
                .sorted(Comparator.comparing(name -> !name.equals(meant)))
                .toList();
    }

    private Optional<Provider> ask(PetName pet, CommandName command, boolean meant) {
        var said = new ArrayList<String>();
        pets.inside().administer(pet, List.of(GuestFiles.PROVIDES.value(), command.value()), said::add, narrator);
        return said.stream()
                .flatMap(line -> read(line).map(answer -> new Provider(pet, meant, answer.kind(), answer.what())))
                .findFirst();
    }

    private record Answer(Kind kind, String what) {}

    private static Stream<Answer> read(String line) {
        var rest = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("program /")) {
            return Stream.of(new Answer(Kind.PROGRAM, rest));
        }
        return line.startsWith("package ") && PackageName.isValid(rest)
                ? Stream.of(new Answer(Kind.PACKAGE, rest))
                : Stream.empty();
    }
}
