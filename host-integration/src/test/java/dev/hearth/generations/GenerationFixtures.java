package dev.hearth.generations;

import dev.hearth.generations.Generation.Changed;
import java.time.Instant;
import java.util.Map;

/** Generations that tests start from. */
final class GenerationFixtures {
    private GenerationFixtures() {}

    static Generation generation(int number, Instant saved, boolean pinned) {
        return new Generation(
                new PetIdentity(1000, Instant.parse("2026-01-02T03:04:05.000000006Z")),
                new GenerationNumber(number),
                saved,
                "before \"it\" all: $HOME\\",
                "snapshot",
                number == 1 ? null : new GenerationNumber(number - 1),
                "{\"schema\":1}",
                new Changed(new ChangeCount(1, 2, 3), new ChangeCount(4, 5, 6), 7),
                new PackageList(Map.of("bash", "5.2-1")),
                "",
                pinned);
    }
}
