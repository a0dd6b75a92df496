package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Desktop entries on the host for the apps of pets, and for pets themselves. */
record AppFiles(ExportFiles files, Icons icons) {
    List<Export> list() {
        return files.list();
    }

    Export write(PetName pet, OfferedApp app, @Nullable String as, HearthCall call) {
        var entry = checked(app);
        var mark = new ExportMark(pet, app.id());
        var stem = stem(pet, app.id());
        files.requireFree(files.file(stem), mark);
        var exported = marked(entry, mark)
                .without("TryExec")
                // The bus would start the app on the host, where it is not installed.
                .without("DBusActivatable")
                // A directory of the pet, where the desktop would have to go on the host.
                .without("Path")
                .withEach("Exec", value -> inPet(app.id(), value, pet, call))
                .withMain("Name", named(pet, as));
        if (entry.value("StartupWMClass").isEmpty()) {
            exported = exported.with("StartupWMClass", app.id());
        }
        var icon = icons.copy(stem, app.icons());
        if (icon.isPresent()) {
            exported = exported.with("Icon", icon.get());
        }
        try {
            return files.write(stem, mark, exported.text());
        } catch (RuntimeException e) {
            icons.remove(stem);
            throw e;
        }
    }

    Export writeTerminal(PetName pet, HearthCall call) {
        var mark = new ExportMark(pet, "");
        var words = new ExecLine(List.of("enter", pet.value())).after(call.fromSession());
        var entry = """
                [Desktop Entry]
                Type=Application
                Name=%1$s
                Comment=A terminal in a pet container
                Icon=utilities-terminal
                Exec=%2$s
                Terminal=true
                Categories=System;TerminalEmulator;
                """.formatted(pet, words.value());
        return files.write(
                terminalStem(pet), mark, marked(DesktopEntry.parse(entry), mark).text());
    }

    void rename(Export export, PetName to) {
        var old = fileStem(export);
        var stem = isTerminal(export) ? terminalStem(to) : stem(to, export.source());
        files.requireFree(files.file(stem), new ExportMark(to, export.source()));
        icons.rename(old, stem);
        files.replace(
                files.file(stem),
                renamed(export, to)
                        .withMain("Icon", icon -> icon.replace(old, stem))
                        .text());
        files.delete(export.file());
    }

    private DesktopEntry renamed(Export export, PetName to) {
        var from = export.pet();
        var entry = DesktopEntry.parse(new Renaming(from, to).inText(files.text(export.file())));
        return isTerminal(export)
                ? entry.withMain("Name", _ -> to.value())
                        .withMain("Exec", value -> value.replaceFirst(" enter [^ ]+$", " enter " + to))
                : entry.withMain("Name", name -> name.replace("(" + from + ")", "(" + to + ")"));
    }

    void remove(Export export) {
        files.delete(export.file());
        icons.remove(fileStem(export));
    }

    private static DesktopEntry checked(OfferedApp app) {
        var entry = DesktopEntry.parse(app.entry());
        if (!entry.hasMainGroup()) {
            throw new BrokenEntry(app.id(), "it has no group [Desktop Entry]");
        }
        if (!entry.value("Type").orElse("").equals("Application")) {
            throw new BrokenEntry(app.id(), "it is of no application");
        }
        if (entry.value("Exec").filter(value -> !value.isBlank()).isEmpty()) {
            throw new BrokenEntry(app.id(), "it names no command");
        }
        return entry;
    }

    private static DesktopEntry marked(DesktopEntry entry, ExportMark mark) {
        return entry.with(ExportMark.PREFIX + "Export", mark.source())
                .with(ExportMark.PREFIX + "Pet", mark.pet().value());
    }

    private static String inPet(String app, String value, PetName pet, HearthCall call) {
        try {
            return ExecLine.parse(value)
                    .after(HearthCall.inPet(pet))
                    .after(call.fromSession())
                    .value();
        } catch (IllegalArgumentException e) {
            throw new BrokenEntry(app, String.valueOf(e.getMessage()));
        }
    }

    private static UnaryOperator<String> named(PetName pet, @Nullable String as) {
        return name -> as == null ? name + " (" + pet + ")" : as;
    }

    private static String stem(PetName pet, String id) {
        return "hearth-" + pet + "-" + id;
    }

    private static String terminalStem(PetName pet) {
        return "hearth-" + pet;
    }

    private static boolean isTerminal(Export export) {
        return export.source().isEmpty();
    }

    private static String fileStem(Export export) {
        var name = export.file().getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
