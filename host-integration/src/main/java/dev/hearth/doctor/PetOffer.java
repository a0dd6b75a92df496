package dev.hearth.doctor;

import dev.hearth.doctor.Finding.Verdict;
import java.nio.file.Path;

/** Compares what a login offers with what a pet sees of it. */
record PetOffer(Offer offer, LoginPlaces places, PetView pet) implements Check {
    @Override
    public String name() {
        return offer.name();
    }

    @Override
    public Finding look() {
        var onHost = new HostOffer(offer, places).look();
        var located = offer.place().apply(places);
        if (onHost.verdict() == Verdict.ABSENT || located.isEmpty()) {
            return Finding.absent(offer.title() + ": none on the host");
        }
        if (onHost.verdict() == Verdict.BROKEN) {
            return Finding.absent(offer.title() + ": broken on the host");
        }
        return compared(located.get().path());
    }

    private Finding compared(Path path) {
        var seen = pet.sees(path);
        if (seen.isEmpty()) {
            return pet.isShared()
                    ? Finding.broken(
                            "%s: the pet does not see '%s'".formatted(offer.title(), path),
                            "It was mounted after the pet had started: `hearth restart %s`.".formatted(pet.name()))
                    : Finding.absent("%s: not shared, as the pet has a home of its own".formatted(offer.title()));
        }
        return seen.equals(Sight.of(path))
                ? Finding.ok(offer.title() + ": the host's")
                : Finding.broken(
                        "%s: what the pet sees as '%s' is not the host's".formatted(offer.title(), path),
                        "It was replaced after the pet had started: `hearth restart %s`.".formatted(pet.name()));
    }
}
