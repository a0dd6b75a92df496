package dev.hearth.cli.everything;

import dev.hearth.between.WholeUpgrade;
import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import dev.hearth.flatpaks.FlatpakUpdate;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade of everything; the components are the JSON contract.
 *
 * @param upgrade the id by which it is undone, and found in the histories of both; null while it is only planned
 * @param state planned, done, incomplete when a part failed, or undone
 * @param base whether the base is a part of it
 * @param flatpaks that are a part of it
 * @param pets that are a part of it
 * @param steps by which it is done, in order
 */
record WholeView(
        @Nullable String upgrade,
        String state,
        boolean base,
        List<String> flatpaks,
        List<String> pets,
        List<String> steps) {

    static WholeView planned(boolean base, List<FlatpakUpdate> flatpaks, List<PetName> pets, List<String> steps) {
        return new WholeView(null, "planned", base, names(flatpaks), values(pets), steps);
    }

    static WholeView ended(WholeUpgrade upgrade, String state, List<String> steps) {
        return new WholeView(
                upgrade.id().value(),
                state,
                upgrade.base() != null,
                names(upgrade.flatpaks()),
                values(upgrade.pets()),
                steps);
    }

    private static List<String> names(List<FlatpakUpdate> flatpaks) {
        return flatpaks.stream().map(FlatpakUpdate::name).toList();
    }

    private static List<String> values(List<PetName> pets) {
        return pets.stream().map(PetName::value).toList();
    }

    List<String> lines(Page page) {
        return StepLines.numbered(steps);
    }
}
