package dev.hearth.images.supply;

import dev.hearth.images.ImageNarrator;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Transfer;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, but for the progress. */
final class RecordingNarrator implements ImageNarrator {
    private final List<String> told = new ArrayList<>();

    List<String> told() {
        return told;
    }

    @Override
    public void pulling(ImageReference reference) {
        told.add("pulling " + reference);
    }

    @Override
    public void registryUnreachable(ImageReference reference, String reason) {
        told.add("unreachable " + reference);
    }

    @Override
    public void bootstrapping(String distribution, String release) {
        told.add("bootstrapping " + distribution + " " + release);
    }

    @Override
    public void transferred(Transfer transfer) {}

    @Override
    public void imageReady(ImageReference reference) {
        told.add("ready " + reference);
    }
}
