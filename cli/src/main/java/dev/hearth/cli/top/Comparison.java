package dev.hearth.cli.top;

import dev.hearth.pets.Pet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a view of two moments: what programs had of the processors lies in what changed between them. */
record Comparison(TopSources.@Nullable Moment earlier, TopSources.Moment now, TopSources.Slower slower) {

    TopView view() {
        var host = now.host();
        return new TopView(
                new TopView.Base(
                        slower.engine(),
                        slower.version(),
                        earlier == null ? null : rounded(host.processorSince(earlier.host())),
                        host.memory(),
                        host.memoryTotal(),
                        host.diskFree(),
                        slower.waits()),
                now.pets().stream().map(this::use).toList(),
                null);
    }

    private TopView.PetUse use(Pet pet) {
        var used = now.usages().get(pet.name());
        return new TopView.PetUse(
                pet.name().value(),
                pet.container().state().name().toLowerCase(Locale.ROOT),
                pet.spec().image(),
                rounded(processor(pet)),
                used == null ? null : used.memory(),
                slower.disks().get(pet.name()),
                slower.updates().getOrDefault(pet.name(), List.of()));
    }

    private @Nullable Double processor(Pet pet) {
        var used = now.usages().get(pet.name());
        var before = earlier == null ? null : earlier.usages().get(pet.name());
        if (used == null || before == null || earlier == null) {
            return null;
        }
        var passed = Duration.between(earlier.at(), now.at());
        var had = used.processor().minus(before.processor());
        // One that was started anew counts from the beginning.
        return passed.isPositive() && !had.isNegative() ? 100.0 * had.toNanos() / passed.toNanos() : null;
    }

    private static @Nullable Double rounded(@Nullable Double percent) {
        return percent == null ? null : Math.round(percent * 10) / 10.0;
    }
}
