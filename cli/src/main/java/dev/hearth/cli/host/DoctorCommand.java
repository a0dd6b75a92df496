package dev.hearth.cli.host;

import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.doctor.ClusterTool;
import dev.hearth.doctor.Diagnosis;
import dev.hearth.doctor.Doctor;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth doctor}. */
@Command(
        name = "doctor",
        description = "Look at all that pets need, and say what is broken.",
        footer = {
            "",
            "Each line is ok, absent (not there, and nothing says that it should be) or broken. With a pet, what",
            "that sees is compared with the host. The exit status is 0 when nothing is broken, and 12 otherwise.",
            "",
            "Examples:",
            "  hearth doctor",
            "  hearth doctor dev",
            "  hearth doctor dev --format=json",
            "  hearth doctor dev --for oc        would `oc cluster up` work in it?"
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Supplier<Doctor> doctor;
    private final Supplier<Pets> pets;
    private final Output output;

    @Parameters(paramLabel = "PET", arity = "0..1", description = "Look at this pet, too.")
    private @Nullable PetName pet;

    @Option(
            names = "--for",
            paramLabel = "TOOL",
            description = "Look at what oc, kind, minikube, k3d or testcontainers needs instead.")
    private @Nullable ClusterTool tool;

    @Mixin
    private FormatOption format;

    public DoctorCommand(Supplier<Doctor> doctor, Supplier<Pets> pets, Output output) {
        this.doctor = doctor;
        this.pets = pets;
        this.output = output;
    }

    @Override
    public Integer call() {
        var named = pet == null ? null : pets.get().get(pet);
        var view = DoctorView.of(tool == null ? all(named) : doctor.get().of(tool, named));
        output.page(format.format(), view, DoctorView::lines);
        return view.verdict().equals(DoctorView.BROKEN) ? ExitStatus.WRONG : ExitStatus.OK;
    }

    private List<Diagnosis> all(@Nullable Pet named) {
        var found = new ArrayList<>(doctor.get().host());
        if (named != null) {
            found.addAll(doctor.get().pet(named));
        }
        return found;
    }
}
