package dev.hearth.os.layer;

import java.util.List;

/** Something worth telling while packages are laid onto a tree. */
public sealed interface LayerEvent {

    /** The lists of what the sources have are being fetched. */
    record RefreshingLists() implements LayerEvent {}

    /** A source did not answer as it should; what is known of it from earlier is used. */
    record SourceFailed(String reason) implements LayerEvent {}

    /** It is looked for a newer version of a package that came as a file. */
    record LookingForNewer(LayerItem.Local file, UpdateSource source) implements LayerEvent {}

    /** It cannot be told whether there is a newer version of a package, so that the present one is used. */
    record StaysAsItIs(LayerItem.Local file, String reason) implements LayerEvent {}

    /** What the items need is being worked out. */
    record Resolving(List<LayerItem> items) implements LayerEvent {
        public Resolving {
            items = List.copyOf(items);
        }
    }

    /** Packages are being fetched; with 0 bytes all are in the cache. */
    record Downloading(int packages, long bytes) implements LayerEvent {}

    /** Packages are being installed, removed or exchanged, and their scripts run. */
    record Installing(int packages) implements LayerEvent {}

    /** Several items failed together, and the one at fault is looked for. */
    record Failed(List<LayerItem> items, String reason) implements LayerEvent {
        public Failed {
            items = List.copyOf(items);
        }
    }

    /** What the kernel starts with is being made anew. */
    record MakingInitramfs(String kernel) implements LayerEvent {}

    /** The changes are being written into the tree. */
    record Applying() implements LayerEvent {}
}
