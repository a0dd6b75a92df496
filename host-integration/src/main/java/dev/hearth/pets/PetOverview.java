package dev.hearth.pets;

import dev.hearth.generations.GenerationNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a pet without looking into it.
 *
 * @param imageCreated when the image was made that it was made from; absent when the engine has that no more
 * @param newest its newest generation; absent when it has none
 */
public record PetOverview(
        Pet pet, @Nullable Instant imageCreated, @Nullable GenerationNumber newest) {}
