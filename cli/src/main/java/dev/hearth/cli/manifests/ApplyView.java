package dev.hearth.cli.manifests;

import dev.hearth.cli.generations.StepLines;
import dev.hearth.cli.output.Page;
import dev.hearth.cli.pets.SpecEdit;
import dev.hearth.core.text.Printable;
import dev.hearth.manifests.ApplyPlan;
import dev.hearth.manifests.PetPlan;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What applying a manifest does; the components are the JSON contract.
 *
 * @param manifest the file
 * @param plans one for each pet that the file names, and for each that is removed
 * @param forgotten pets that the file made and no longer names, and that stay
 * @param unheeded what the file asks for and hearth does not do
 */
record ApplyView(String manifest, List<Plan> plans, List<String> forgotten, List<String> unheeded) {

    /**
     * What is done about one pet.
     *
     * @param pet its name
     * @param action make, change, keep or remove
     * @param edits what of it differs from what is declared, and is changed
     * @param steps by which it changes, in order
     * @param notes what differs from what is declared, and stays so
     */
    record Plan(String pet, String action, List<SpecEdit> edits, List<String> steps, List<String> notes) {
        static Plan of(PetPlan plan) {
            return new Plan(
                    plan.name().value(),
                    action(plan),
                    SpecEdit.of(plan.changes()),
                    plan.steps().stream().map(Step::line).toList(),
                    plan.notes());
        }

        private static String action(PetPlan plan) {
            return switch (plan) {
                case PetPlan.Make _ -> "make";
                case PetPlan.Change _ -> plan.isEmpty() ? "keep" : "change";
                case PetPlan.Remove _ -> "remove";
            };
        }

        List<String> lines(Page page) {
            var lines = new ArrayList<String>();
            lines.add(page.colors().bold(pet) + ": " + (action.equals("keep") ? "as declared" : action));
            edits.forEach(edit -> edit.lines(page).forEach(line -> lines.add("  " + line)));
            StepLines.numbered(steps).forEach(line -> lines.add("  " + line));
            notes.forEach(note -> lines.add("  ! " + Printable.line(note)));
            return lines;
        }
    }

    static ApplyView of(ApplyPlan plan) {
        return new ApplyView(
                plan.manifest().file().path().toString(),
                plan.pets().stream().map(Plan::of).toList(),
                plan.forgotten().stream().map(PetName::value).toList(),
                plan.manifest().unheeded());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        plans.forEach(plan -> lines.addAll(plan.lines(page)));
        forgotten.forEach(pet -> lines.add("%s: not declared any more; `--prune` removes it".formatted(pet)));
        unheeded.forEach(sentence -> lines.add("! " + Printable.line(sentence)));
        return lines;
    }
}
