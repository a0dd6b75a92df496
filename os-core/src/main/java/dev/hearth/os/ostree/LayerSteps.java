package dev.hearth.os.ostree;

import dev.hearth.core.text.Printable;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Space;
import dev.hearth.os.Step;
import dev.hearth.os.layer.LayerEvent;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.Resolution;
import dev.hearth.os.packages.PackageDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts what laying packages onto a base takes into words. */
final class LayerSteps {
    private LayerSteps() {}

    /**
     * {@return what would be done}
     *
     * @param changes what the result has other than what is deployed now
     */
    static List<Step> of(Resolution resolution, PackageDiff changes) {
        var steps = new ArrayList<Step>();
        resolution.inactive().forEach(each -> steps.add(new Step("Leave " + each.item() + " as it is: " + each.why())));
        resolution.setAside().forEach(each -> steps.add(new Step("Set " + each.item() + " aside: " + each.reason())));
        if (resolution.downloadBytes() > 0) {
            steps.add(new Step("Download " + Space.megabytes(resolution.downloadBytes())));
        }
        changes.added().forEach(each -> steps.add(new Step("Add " + each)));
        changes.removed().forEach(each -> steps.add(new Step("Remove " + each)));
        changes.upgraded().forEach(each -> steps.add(new Step("Upgrade " + each)));
        changes.downgraded().forEach(each -> steps.add(new Step("Downgrade " + each)));
        return List.copyOf(steps);
    }

    /** {@return what passes events on} */
    static Consumer<LayerEvent> told(Consumer<OsEvent> events) {
        return event -> events.accept(told(event));
    }

    private static OsEvent told(LayerEvent event) {
        return switch (event) {
            case LayerEvent.RefreshingLists() -> began("Fetch the package lists");
            case LayerEvent.SourceFailed(var reason) -> new OsEvent.Warned(Printable.line(reason));
            case LayerEvent.LookingForNewer(var file, var source) ->
                began("Look for a newer version of " + file + " at " + source.text());
            case LayerEvent.StaysAsItIs(var file, var reason) ->
                new OsEvent.Warned(file + " stays as it is: " + Printable.line(reason));
            case LayerEvent.Resolving(var items) -> began("Work out what " + names(items) + " needs");
            case LayerEvent.Downloading(var count, var bytes) ->
                began(
                        bytes == 0
                                ? "Take %s from the cache".formatted(packages(count))
                                : "Download %s (%s)".formatted(packages(count), Space.megabytes(bytes)));
            case LayerEvent.Installing(var count) -> began("Install " + packages(count));
            case LayerEvent.Failed(var items, var reason) ->
                new OsEvent.Said("One of " + names(items) + " failed: " + Printable.line(reason));
            case LayerEvent.MakingInitramfs(var kernel) -> began("Make the initial RAM disk of Linux " + kernel);
            case LayerEvent.Applying() -> began("Write the changes into the tree");
        };
    }

    private static OsEvent began(String text) {
        return new OsEvent.Began(new Step(text));
    }

    private static String packages(int count) {
        return count == 1 ? "1 package" : count + " packages";
    }

    private static String names(List<LayerItem> items) {
        return items.stream().map(LayerItem::toString).collect(Collectors.joining(", "));
    }
}
