package dev.hearth.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.images.ImageReference;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationsTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final FakeContainerEngine engine =
            new FakeContainerEngine().with(ContainerRequests.plain("box", "box:1"), ContainerState.STOPPED);
    private final ContainerId id = engine.container("box").id();
    private final Generations generations = new Generations(engine, engine.imageStore());

    @Test
    void readsWhatItSaved() {
        var first = GenerationFixtures.generation(1, NOON, false);
        var second = GenerationFixtures.generation(2, NOON.plusSeconds(1), true);

        var savedSecond = save(second);
        var savedFirst = save(first);

        assertThat(generations.of(first.pet())).containsExactly(savedFirst, savedSecond);
        assertThat(withoutImage(savedFirst)).isEqualTo(first);
        assertThat(withoutImage(savedSecond)).isEqualTo(second);
        assertThat(generations.image(savedSecond).names())
                .containsExactly(
                        "localhost/hearth/generation:1000-1767323045.000000006.2",
                        "localhost/hearth/pinned-generation:1000-1767323045.000000006.2");
    }

    @Test
    void tellsPetsApart() {
        var saved = save(GenerationFixtures.generation(1, NOON, false));

        assertThat(generations.of(new PetIdentity(1000, NOON))).isEmpty();
        assertThat(generations.of(new PetIdentity(1001, saved.pet().made()))).isEmpty();
        assertThat(generations.all(1000)).containsOnlyKeys(saved.pet());
        assertThat(generations.all(1001)).isEmpty();
    }

    @Test
    void pinsAndRemoves() {
        var saved = save(GenerationFixtures.generation(1, NOON, false));

        generations.pin(saved, true);
        var pinned = generations.of(saved.pet()).getFirst();
        assertThat(pinned.pinned()).isTrue();
        generations.pin(pinned, false);
        assertThat(generations.of(saved.pet())).containsExactly(saved);
        generations.pin(saved, true);
        generations.remove(pinned);

        assertThat(generations.of(saved.pet())).isEmpty();
        assertThat(engine.imageStore().images()).hasSize(1);
    }

    @Test
    void takesNoImageForOneWithoutItsName() {
        var saved = save(GenerationFixtures.generation(1, NOON, false));
        var image = generations.image(saved);

        var derived = generations.derive(saved, Map.of("a", "b"));
        engine.imageStore().tag(derived.id(), ImageReference.parse("localhost/other:1"));
        engine.imageStore().withLayer(image, ImageReference.parse("localhost/forged:1"), image.labels());

        assertThat(derived.labels()).containsEntry("a", "b");
        assertThat(generations.of(saved.pet())).containsExactly(saved);
    }

    @Test
    void isPutInAnotherImage() {
        var saved = save(GenerationFixtures.generation(1, NOON, true));

        var replaced = generations.replace(
                saved,
                (image, name) -> engine.imageStore()
                        .find(engine.imageStore().withLayer(image, name, image.labels()))
                        .orElseThrow());

        assertThat(replaced.imageId()).isNotEqualTo(saved.imageId());
        assertThat(generations.of(saved.pet())).containsExactly(replaced);
        assertThat(engine.imageStore().find(saved.imageId())).isEmpty();
    }

    @Test
    void clearsAwayWhatWasPutAside() {
        var saved = save(GenerationFixtures.generation(1, NOON, false));
        assertThatThrownBy(() -> generations.replace(saved, (_, _) -> {
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);

        generations.clearAside(saved.pet());

        assertThat(generations.of(saved.pet())).containsExactly(saved);
        assertThat(generations.image(saved).names()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "3", "@0", "@-1", "@x", "@1234567890", "@03"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> GenerationNumber.parse(text)).isInstanceOf(InvalidGeneration.class);
    }

    private Generation save(Generation generation) {
        return generations.save(id, generation, Map.of());
    }

    private static Generation withoutImage(Generation saved) {
        return new Generation(
                saved.pet(),
                saved.number(),
                saved.saved(),
                saved.label(),
                saved.action(),
                saved.parent(),
                saved.spec(),
                saved.changed(),
                saved.packages(),
                "",
                saved.pinned());
    }
}
