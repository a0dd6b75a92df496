package dev.hearth.os.layer;

import dev.hearth.os.packages.InstalledPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the items of a request. */
final class Classification {
    private final Sandbox sandbox;
    private final PackageManager manager;
    private final PackageSet installed;
    private final List<LayerItem> active = new ArrayList<>();
    private final Map<LayerItem, ItemFiles.PackageFile> files = new HashMap<>();
    private final List<Inactive> inactive = new ArrayList<>();
    private final List<SetAside> broken = new ArrayList<>();

    Classification(Sandbox sandbox, PackageManager manager, PackageSet installed) {
        this.sandbox = sandbox;
        this.manager = manager;
        this.installed = installed;
    }

    Classified of(List<LayerItem> items) {
        for (var item : items) {
            switch (item) {
                case LayerItem.Named named -> sort(named, providing(named.name()));
                case LayerItem.Removal removal -> sort(removal, absence(removal.name()));
                case LayerItem.Local local -> sortFile(local, local.file());
                case LayerItem.Replacement replacement -> sortFile(replacement, replacement.file());
            }
        }
        return new Classified(new ItemFiles(active, files), inactive, broken);
    }

    private void sort(LayerItem item, Optional<String> whyNothing) {
        whyNothing.ifPresentOrElse(why -> inactive.add(new Inactive(item, why)), () -> active.add(item));
    }

    private Optional<String> providing(String name) {
        if (name.startsWith("/")) {
            var file = sandbox.work().tree().resolve(name.substring(1));
            return Files.exists(file) ? Optional.of("the base has it") : Optional.empty();
        }
        return installed.fulfilling(name).map(each -> "the base has " + each);
    }

    private Optional<String> absence(String name) {
        return installed.named(name).isPresent()
                ? Optional.empty()
                : Optional.of("the base has no package of this name");
    }

    private void sortFile(LayerItem item, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LocalPackageMissing(file);
        }
        var name = files.size() + manager.suffix();
        sandbox.work().copyIn(file, LayerWork.LOCAL + "/" + name);
        var inside = Sandbox.GIVEN + "local/" + name;
        manager.describe(inside)
                .ifPresentOrElse(
                        content -> {
                            files.put(item, new ItemFiles.PackageFile(inside, content));
                            sort(item, nothingToDo(item, content));
                        },
                        () -> broken.add(new SetAside(item, "It is no package that this base can install")));
    }

    private Optional<String> nothingToDo(LayerItem item, InstalledPackage content) {
        if (installed.packages().contains(content)) {
            return Optional.of("the base has " + content);
        }
        return item instanceof LayerItem.Replacement ? absence(content.name()) : Optional.empty();
    }
}
