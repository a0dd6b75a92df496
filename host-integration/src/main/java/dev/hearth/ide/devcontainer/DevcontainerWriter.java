package dev.hearth.ide.devcontainer;

import static java.util.stream.Collectors.joining;

import dev.hearth.engine.json.Json;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileEditedByHand;
import dev.hearth.ide.FileInTheWay;
import dev.hearth.ide.FileLeftAlone;
import dev.hearth.ide.Marked;
import dev.hearth.ide.MarkedFile;
import dev.hearth.ide.ShellWords;
import dev.hearth.ide.Step;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.PetSpec;
import dev.hearth.pets.Volume;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the devcontainer.json of a project from a pet; one that is somebody's own is left alone. */
public final class DevcontainerWriter {
    /** What hearth calls it. */
    public static final String NAME = "devcontainer";

    private static final String OF_THIS_MACHINE = "localhost/";
    /** Whichever package manager the image has. */
    private static final String INSTALL = """
            if command -v apt-get >/dev/null; then sudo apt-get -q update && sudo apt-get -q -y install PACKAGES; \
            elif command -v dnf >/dev/null; then sudo dnf -y install PACKAGES; \
            elif command -v zypper >/dev/null; then sudo zypper --non-interactive install PACKAGES; \
            elif command -v pacman >/dev/null; then sudo pacman -Sy --noconfirm --needed PACKAGES; \
            else sudo apk add PACKAGES; fi""";

    private final Path file;

    /** Writes it for a project's directory. */
    public DevcontainerWriter(Path project) {
        this.file = project.resolve(".devcontainer").resolve("devcontainer.json");
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /**
     * {@return what writes the file; nothing when it says that already}
     *
     * @param pet with all packages that were asked for
     * @throws FileLeftAlone when it is somebody's own, or was changed
     */
    public List<Step> setUp(Pet pet, HearthCall call) {
        var members = members(pet.name(), pet.spec());
        try {
            requireNoOther(members);
            return marked().saying(new Marked(pet.name(), NAME, call.launcher(), text(pet.spec(), members))).stream()
                    .map(Step::asking)
                    .toList();
        } catch (FileInTheWay there) {
            throw new FileLeftAlone(file, "is there already, and hearth did not write it", snippet(members));
        } catch (FileEditedByHand edited) {
            throw new FileLeftAlone(file, "was changed since hearth wrote it", snippet(members));
        }
    }

    /** {@return what takes the file away; nothing when hearth did not write it} */
    public List<Step> remove() {
        return marked().removed().map(Step::asking).stream().toList();
    }

    /** {@return what can be done with it, in a sentence without its period} */
    public String use() {
        return "'%s' says what the pet is, to editors and to `hearth create --devcontainer`".formatted(file);
    }

    /** A project has one such file, and this one would hide another. */
    private void requireNoOther(Map<String, Object> members) {
        var above = file.getParent();
        var hidden = Optional.ofNullable(above)
                .map(directory -> directory.resolveSibling(".devcontainer.json"))
                .filter(other -> Files.exists(other, LinkOption.NOFOLLOW_LINKS));
        hidden.ifPresent(other -> {
            throw new FileLeftAlone(other, "says already what the project is developed in", snippet(members));
        });
        if (above != null && Files.isSymbolicLink(above)) {
            throw new FileLeftAlone(above, "is a link", snippet(members));
        }
    }

    private MarkedFile marked() {
        return new MarkedFile(file, "//");
    }

    private static String snippet(Map<String, Object> members) {
        return "Put this there yourself: " + Json.write(members);
    }

    private static String text(PetSpec spec, Map<String, Object> members) {
        var note = spec.image().startsWith(OF_THIS_MACHINE)
                ? "// hearth made the image on this machine; no other has it.\n"
                : "";
        return note
                + members.entrySet().stream()
                        .map(member -> "  %s: %s".formatted(Json.write(member.getKey()), Json.write(member.getValue())))
                        .collect(joining(",\n", "{\n", "\n}\n"));
    }

    private static Map<String, Object> members(PetName name, PetSpec spec) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", name.value());
        members.put("image", spec.image());
        if (!spec.environment().isEmpty()) {
            members.put("containerEnv", spec.environment());
        }
        if (!spec.volumes().isEmpty()) {
            members.put(
                    "mounts",
                    spec.volumes().stream().map(DevcontainerWriter::mount).toList());
        }
        var arguments = arguments(spec);
        if (!arguments.isEmpty()) {
            members.put("runArgs", arguments);
        }
        if (!spec.ports().isEmpty()) {
            members.put(
                    "forwardPorts",
                    spec.ports().stream().map(port -> port.containerPort()).toList());
        }
        if (!spec.packages().isEmpty()) {
            members.put("onCreateCommand", INSTALL.replace("PACKAGES", ShellWords.line(spec.packages())));
        }
        return members;
    }

    private static String mount(Volume volume) {
        return "type=%s,source=%s,target=%s%s"
                .formatted(
                        volume.isHostPath() ? "bind" : "volume",
                        volume.source(),
                        volume.target(),
                        volume.readOnly() ? ",readonly" : "");
    }

    private static List<String> arguments(PetSpec spec) {
        var arguments = new ArrayList<String>();
        if (!spec.unshared().contains(Namespace.NET)) {
            arguments.add("--network=host");
        }
        if (spec.hostname() != null) {
            arguments.add("--hostname=" + spec.hostname());
        }
        spec.devices().forEach(device -> arguments.add("--device=" + device));
        if (spec.limits().memory() > 0) {
            arguments.add("--memory=" + spec.limits().memory());
        }
        if (spec.limits().cpus() > 0) {
            arguments.add("--cpus=" + spec.limits().cpus());
        }
        return arguments;
    }
}
