package dev.hearth.cli.os;

import dev.hearth.os.machine.VirtualMachine;
import dev.hearth.os.rollout.Span;
import picocli.CommandLine.Option;

/** What a virtual machine may take. */
public final class MachineOptions {
    @Option(names = "--kvm", description = "Use the processor's own virtualization, which is many times faster.")
    private boolean kvm;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            defaultValue = "15m",
            description = "How long the machine may take for all of it; 15m by default.")
    private String time;

    /** {@return a machine with that much memory} */
    public VirtualMachine.Hardware hardware(int megabytes) {
        return new VirtualMachine.Hardware(Span.parse(time), megabytes, kvm);
    }
}
