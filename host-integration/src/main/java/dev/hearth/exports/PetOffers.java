package dev.hearth.exports;

import dev.hearth.guest.GuestFiles;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a pet has that can be made available on the host; asking starts the pet.
 *
 * @param places where exports are, which are the pet's as well where it shares the home
 */
public record PetOffers(Pets pets, PetName pet, ExportPlaces places, Narrator narrator) {
    private static final String ICON = "icon ";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._+-]+");

    /**
     * {@return the path in the pet of a program}
     *
     * @throws ProgramNotFound when there is none
     */
    public String program(String name) {
        if (name.isEmpty() || name.startsWith("-") || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidExportName.malformed(name);
        }
        if (name.contains("/") && !name.startsWith("/")) {
            throw new ProgramNotFound(pet, name);
        }
        return answer("program", name, places.programs().toString())
                .map(List::getFirst)
                .orElseThrow(() -> new ProgramNotFound(pet, name));
    }

    /** {@return the paths in the pet of those of these programs that it has, in this order} */
    public List<String> programs(List<String> names) {
        var question = Stream.concat(Stream.of("programs", places.programs().toString()), names.stream());
        return answer(question.toArray(String[]::new)).orElse(List.of());
    }

    /**
     * {@return the app of this id, or else the only one with this name or this last part of an id}
     *
     * @throws AppNotFound when there is none
     * @throws SeveralApps when several have the name
     */
    public OfferedApp app(String wanted) {
        var found = found(wanted);
        var text = String.join("\n", answer("text", found.file()).orElse(List.of()));
        var icons = DesktopEntry.parse(text).value("Icon").map(this::icons).orElse(List.of());
        return new OfferedApp(found.id(), text, icons);
    }

    /**
     * {@return a service, by the name of its unit}
     *
     * @throws ServiceNotFound when there is none
     */
    public OfferedUnit service(String wanted) {
        var name = wanted.endsWith(".service") ? wanted.substring(0, wanted.length() - ".service".length()) : wanted;
        if (name.contains("@")) {
            throw new UnsuitedUnit(name, "it is a template, or made from one");
        }
        var unit = new ExportName(name) + ".service";
        var lines = answer("unit", unit).orElseThrow(() -> new ServiceNotFound(pet, unit));
        var text = String.join("\n", lines.subList(1, lines.size())) + "\n";
        return new OfferedUnit(name, lines.getFirst().startsWith("system "), text);
    }

    /** An app of the pet, with what it is found by. */
    private record Found(String id, String name, String file) {}

    private Found found(String wanted) {
        var apps = apps();
        var byId = apps.stream().filter(app -> app.id().equals(wanted)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        var byName = apps.stream()
                .filter(app -> app.name().equals(wanted) || AppId.isLastPart(app.id(), wanted))
                .toList();
        if (byName.size() > 1) {
            throw new SeveralApps(pet, wanted, byName.stream().map(Found::id).toList());
        }
        return byName.stream()
                .findFirst()
                .orElseThrow(() -> new AppNotFound(
                        pet, wanted, apps.stream().map(Found::id).toList()));
    }

    /** Of several entries with one id, the first is the one that desktops take. */
    private List<Found> apps() {
        var apps = new LinkedHashMap<String, Found>();
        for (var line : answer("apps").orElse(List.of())) {
            var parts = line.split("\t", 3);
            if (parts.length == 3) {
                var id = AppId.of(Path.of(parts[0]), Path.of(parts[1]));
                apps.putIfAbsent(id, new Found(id, parts[2], parts[0]));
            }
        }
        // An id becomes part of a file's name and of a line in it.
        return apps.values().stream()
                .filter(app -> ID.matcher(app.id()).matches())
                .toList();
    }

    private List<OfferedApp.Icon> icons(String name) {
        var icons = new LinkedHashMap<Path, StringBuilder>();
        var bytes = new StringBuilder();
        for (var line : answer("icons", name).orElse(List.of())) {
            if (line.startsWith(ICON)) {
                bytes = new StringBuilder();
                icons.put(Path.of(line.substring(ICON.length())), bytes);
            } else {
                bytes.append(line.replace(" ", ""));
            }
        }
        return icons.entrySet().stream()
                .map(icon -> new OfferedApp.Icon(icon.getKey(), icon.getValue().toString()))
                .toList();
    }

    private Optional<List<String>> answer(String... question) {
        var words = Stream.concat(Stream.of(GuestFiles.OFFER.value()), Stream.of(question));
        var lines = new ArrayList<String>();
        int status = pets.inside().ask(pet, words.toList(), lines::add, narrator);
        return status == 0 && !lines.isEmpty() ? Optional.of(lines) : Optional.empty();
    }
}
