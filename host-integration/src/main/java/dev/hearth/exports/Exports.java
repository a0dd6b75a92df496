package dev.hearth.exports;

import dev.hearth.pets.PetFollower;
import dev.hearth.pets.PetName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of pets is available on the host.
 *
 * <p>The files themselves are the record of it: each says in a mark whose it is. One without a mark is never touched.
 */
public final class Exports implements PetFollower {
    private final ExportedPrograms programs;
    private final AppFiles apps;
    private final ServiceFiles services;

    /** Keeps exports in these places. */
    public Exports(ExportPlaces places) {
        this.programs = new ExportedPrograms(places.programs(), "hearth unexport bin %s");
        this.apps = new AppFiles(ExportFiles.apps(places), new Icons(places.icons()));
        this.services = new ServiceFiles(ExportFiles.services(places));
    }

    /** {@return all exports, sorted by kind and file} */
    public List<Export> list() {
        return Stream.of(apps.list(), programs.list(), services.list())
                .flatMap(List::stream)
                .toList();
    }

    /** {@return the exports of pets that are none of these} */
    public List<Export> orphans(Collection<PetName> pets) {
        return list().stream().filter(export -> !pets.contains(export.pet())).toList();
    }

    /**
     * Exports a program.
     *
     * @param path of the program in the pet
     * @param as what it is called on the host; as in the pet when absent
     */
    public Export program(PetName pet, String path, @Nullable ExportName as, HearthCall call) {
        var name = as == null ? ExportName.lastOf(path) : as;
        return programs.write(pet, path, name, call);
    }

    /**
     * Exports an app.
     *
     * @param as what menus call it; as in the pet, with the pet's name, when absent
     */
    public Export app(PetName pet, OfferedApp app, @Nullable String as, HearthCall call) {
        return apps.write(pet, app, as, call);
    }

    /** Exports the pet itself: a terminal in it, from the desktop's menu. */
    public Export terminal(PetName pet, HearthCall call) {
        return apps.writeTerminal(pet, call);
    }

    /**
     * Exports a service.
     *
     * @param as what its unit is called on the host, without an ending; as in the pet when absent
     */
    public Export service(PetName pet, OfferedUnit service, @Nullable ExportName as, HearthCall call) {
        var name = as == null ? new ExportName(service.name()) : as;
        return services.write(pet, service, name, call);
    }

    /**
     * Takes an export back.
     *
     * @param pet whose it is; anybody's when absent
     * @return what there was
     * @throws ExportNotFound when nothing of the name is exported
     */
    public List<Export> remove(ExportKind kind, String name, @Nullable PetName pet) {
        var found = list().stream()
                .filter(export -> export.kind() == kind && export.isNamed(name))
                .filter(export -> pet == null || export.pet().equals(pet))
                .toList();
        if (found.isEmpty()) {
            throw new ExportNotFound(kind, name);
        }
        found.forEach(this::remove);
        return found;
    }

    /** {@return whether the caller's shell finds what programs are exported to} */
    public boolean isOnPath(Optional<String> path) {
        return Stream.of(path.orElse("").split(":", -1))
                .anyMatch(entry -> entry.equals(programs.directory().toString()));
    }

    @Override
    public void removed(PetName name) {
        list().stream().filter(export -> export.pet().equals(name)).forEach(this::remove);
    }

    @Override
    public void renamed(PetName from, PetName to) {
        list().stream().filter(export -> export.pet().equals(from)).forEach(export -> {
            switch (export.kind()) {
                case APP -> apps.rename(export, to);
                case BIN -> programs.rename(export, to);
                case SERVICE -> services.rename(export, to);
            }
        });
    }

    private void remove(Export export) {
        switch (export.kind()) {
            case APP -> apps.remove(export);
            case BIN -> programs.remove(export);
            case SERVICE -> services.remove(export);
        }
    }
}
