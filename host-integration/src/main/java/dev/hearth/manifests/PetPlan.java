package dev.hearth.manifests;

import dev.hearth.exports.Export;
import dev.hearth.packages.PackageAction;
import dev.hearth.packages.PackageName;
import dev.hearth.packages.PackageRequest;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.EditPlan;
import dev.hearth.pets.PetEdit;
import dev.hearth.pets.PetName;
import dev.hearth.pets.SpecChange;
import dev.hearth.pets.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What applying a manifest is going to do about one pet. */
public sealed interface PetPlan {
    PetName name();

    /** {@return what of it differs from what is declared} */
    List<SpecChange> changes();

    /** {@return what is done, in order} */
    List<Step> steps();

    /** {@return what differs and stays so, a sentence each} */
    List<String> notes();

    /** {@return whether nothing is done} */
    default boolean isEmpty() {
        return false;
    }

    /**
     * It is not there, and is made.
     *
     * @param request all that it is made with
     * @param locked what it is to consist of; absent when anything is right
     */
    record Make(
            DeclaredPet declared,
            CreateRequest request,
            List<Step> steps,
            @Nullable LockedPet locked) implements PetPlan {
        public Make {
            steps = List.copyOf(steps);
        }

        @Override
        public PetName name() {
            return declared.name();
        }

        @Override
        public List<SpecChange> changes() {
            return exportsAdded(declared.exports() == null ? List.of() : declared.exports());
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }

    /**
     * It is there, and changed where it differs.
     *
     * @param packages what its package manager is asked for, before all else
     * @param hooks those that were not run in it yet
     * @param missing what is to be exported
     * @param surplus what is exported and not to be
     */
    record Change(
            DeclaredPet declared,
            List<PackageRequest> packages,
            PetEdit edit,
            EditPlan plan,
            List<String> hooks,
            List<DeclaredExport> missing,
            List<Export> surplus,
            List<String> notes)
            implements PetPlan {
        public Change {
            packages = List.copyOf(packages);
            hooks = List.copyOf(hooks);
            missing = List.copyOf(missing);
            surplus = List.copyOf(surplus);
            notes = List.copyOf(notes);
        }

        @Override
        public PetName name() {
            return declared.name();
        }

        @Override
        public List<SpecChange> changes() {
            var all = new ArrayList<>(plan.changes());
            packages.forEach(request -> all.add(change(request)));
            if (!surplus.isEmpty()) {
                all.add(new SpecChange(
                        "export",
                        surplus.stream()
                                .map(export -> export.kind().word() + " " + export.name())
                                .toList(),
                        List.of()));
            }
            all.addAll(exportsAdded(missing));
            return all;
        }

        @Override
        public List<Step> steps() {
            var all = new ArrayList<Step>();
            packages.forEach(request -> all.add(new Step.ChangePackages(request)));
            plan.steps().forEach(step -> all.add(afterPackages(step)));
            return all;
        }

        /** The pet is saved before each change of its packages as well. */
        private Step afterPackages(Step step) {
            if (step instanceof Step.SaveGeneration(var first, var paused)) {
                var number = first;
                for (var _ : packages) {
                    number = number.next();
                }
                return new Step.SaveGeneration(number, paused);
            }
            return step;
        }

        private static SpecChange change(PackageRequest request) {
            var names = request.names().stream().map(PackageName::value).toList();
            return request.action() == PackageAction.INSTALL
                    ? new SpecChange("package", List.of(), names)
                    : new SpecChange("package", names, List.of());
        }

        @Override
        public boolean isEmpty() {
            return packages.isEmpty() && plan.isEmpty() && missing.isEmpty() && surplus.isEmpty();
        }
    }

    /**
     * The file made it and does not name it any more.
     *
     * @param generations how many go with it
     */
    record Remove(PetName name, int generations) implements PetPlan {
        @Override
        public List<SpecChange> changes() {
            return List.of();
        }

        @Override
        public List<Step> steps() {
            return List.of(new Step.Remove(name, generations));
        }

        @Override
        public List<String> notes() {
            return List.of();
        }
    }

    private static List<SpecChange> exportsAdded(List<DeclaredExport> exports) {
        return exports.isEmpty()
                ? List.of()
                : List.of(new SpecChange(
                        "export",
                        List.of(),
                        exports.stream().map(DeclaredExport::text).toList()));
    }
}
