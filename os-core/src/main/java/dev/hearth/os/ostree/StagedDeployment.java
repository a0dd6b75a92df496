package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.gvariant.MalformedVariant;
import dev.hearth.os.gvariant.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A deployment that libostree writes out when the machine shuts down. Until then it is in no boot loader's menu, but noted in
 * a file that does not outlast the boot.
 *
 * @param kernelArguments that it boots with; empty where it takes those of the deployment whose configuration it takes
 */
record StagedDeployment(DeploymentId id, List<String> kernelArguments) {
    private static final Pattern NAME = Pattern.compile("(?<checksum>[0-9a-f]{64})\\.(?<serial>[0-9]{1,9})");

    StagedDeployment {
        kernelArguments = List.copyOf(kernelArguments);
    }

    /**
     * {@return what is staged, if anything is}
     *
     * @param runningRoot the root directory of what runs now
     */
    static Optional<StagedDeployment> read(Path runningRoot) {
        var file = runningRoot.resolve("run/ostree/staged-deployment");
        try {
            if (Variant.parse("a{sv}", Files.readAllBytes(file)) instanceof Variant.Dictionary note
                    && note.values().get("target") instanceof Variant.Dictionary target) {
                return Optional.of(new StagedDeployment(id(target, file), note.texts("kargs")));
            }
            throw DamagedSysroot.staged(file, "it names no deployment");
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (MalformedVariant e) {
            throw DamagedSysroot.staged(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeploymentId id(Variant.Dictionary target, Path file) {
        var name = NAME.matcher(target.text("name").orElse(""));
        var stateroot = target.text("osname");
        if (!name.matches() || stateroot.isEmpty() || stateroot.get().contains("/")) {
            throw DamagedSysroot.staged(file, "it names no deployment");
        }
        return new DeploymentId(stateroot.get(), name.group("checksum"), Integer.parseInt(name.group("serial")));
    }
}
