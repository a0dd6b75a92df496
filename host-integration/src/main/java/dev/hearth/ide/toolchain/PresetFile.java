package dev.hearth.ide.toolchain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.hearth.engine.json.Json;
import dev.hearth.ide.FileLeftAlone;
import dev.hearth.ide.Step;
import dev.hearth.ide.UserFile;
import dev.hearth.pets.PetName;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project's {@code CMakeUserPresets.json}, by which CMake and IDEs offer to configure and build it with the tools of
 * pets.
 *
 * <p>It can have no comment, and so no mark: it is hearth's as long as it says nothing else, and nothing in another way,
 * than hearth writes for pets of these names.
 */
public final class PresetFile {
    private static final String PREFIX = "hearth-";
    private static final String CMAKE = "cmakeExecutable";

    private final Path project;
    private final UserFile file;
    private final Toolchains toolchains;

    /** Writes it for a project's directory. */
    public PresetFile(Path project, Toolchains toolchains) {
        this.project = project;
        this.file = new UserFile(project.resolve("CMakeUserPresets.json"));
        this.toolchains = toolchains;
    }

    /**
     * What the file offers.
     *
     * @param hasCmake whether the pet has a CMake, which finds there what the host's cannot
     */
    private record Preset(PetName pet, boolean hasCmake) {
        String name() {
            return PREFIX + pet;
        }
    }

    /**
     * {@return what makes the project offer a pet; nothing when it does}
     *
     * @param paths of the tools that the pet has
     * @throws NoProject when CMake would find none in the directory
     * @throws FileLeftAlone when the file is somebody's own
     */
    public List<Step> setUp(PetName pet, List<String> paths) {
        if (!Files.isRegularFile(project.resolve("CMakeLists.txt"))) {
            throw new NoProject(project);
        }
        var preset = new Preset(pet, new KnownTools(paths).has("cmake"));
        var byHand = "Put this among its configurePresets yourself: " + Json.write(members(preset));
        var presets = presets()
                .map(there -> without(there, pet))
                .orElseThrow(() ->
                        new FileLeftAlone(file.path(), "is there already, and says more than hearth writes", byHand));
        presets.add(preset);
        return saying(text(presets), "Offer '%s' in '%s'".formatted(preset.name(), file.path()), byHand);
    }

    /** {@return what makes the project offer a pet no more; nothing when hearth did not make it} */
    public List<Step> remove(PetName pet) {
        var what = "Take '%s' out of '%s'".formatted(PREFIX + pet, file.path());
        return presets()
                .map(there -> without(there, pet))
                .map(left -> saying(left.isEmpty() ? "" : text(left), what, "Take it out yourself."))
                .orElse(List.of());
    }

    /** {@return what can be done with it, in a sentence without its period} */
    public String use(PetName pet) {
        return "CMake, and IDEs that read presets, offer '%s' for '%s'".formatted(PREFIX + pet, project);
    }

    private List<Step> saying(String text, String what, String byHand) {
        var bytes = UserFile.bytes(text);
        return file.text().equals(bytes) ? List.of() : List.of(file.saying(bytes, what, byHand));
    }

    /** {@return what hearth wrote; none when the file is somebody's own} */
    private Optional<List<Preset>> presets() {
        if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(List.of());
        }
        var found = new ArrayList<Preset>();
        var json = Json.parse(new String(file.text().getBytes(ISO_8859_1), UTF_8));
        for (var each : json.at("configurePresets").items()) {
            var pet = each.at("name").text().replaceFirst("^" + PREFIX, "");
            if (PetName.isValid(pet)) {
                found.add(new Preset(new PetName(pet), each.at(CMAKE).nonEmpty().isPresent()));
            }
        }
        return Optional.of((List<Preset>) found)
                .filter(presets -> UserFile.bytes(text(presets)).equals(file.text()));
    }

    private static List<Preset> without(List<Preset> presets, PetName pet) {
        var left = new ArrayList<>(presets);
        left.removeIf(preset -> preset.pet().equals(pet));
        return left;
    }

    private String text(List<Preset> presets) {
        return "{\n  \"version\": 3,\n  \"configurePresets\": [\n%s\n  ],\n  \"buildPresets\": [\n%s\n  ]\n}\n"
                .formatted(
                        lines(presets.stream().map(this::members).toList()),
                        lines(presets.stream().map(PresetFile::build).toList()));
    }

    private static String lines(List<Map<String, String>> objects) {
        return objects.stream().map(object -> "    " + Json.write(object)).collect(joining(",\n"));
    }

    private Map<String, String> members(Preset preset) {
        var members = new LinkedHashMap<String, String>();
        members.put("name", preset.name());
        members.put("displayName", "In the pet " + preset.pet());
        members.put("binaryDir", "${sourceDir}/build/" + preset.name());
        members.put("toolchainFile", toolchains.cmakeFile(preset.pet()).toString());
        if (preset.hasCmake()) {
            members.put(CMAKE, toolchains.bin(preset.pet()).resolve("cmake").toString());
        }
        return members;
    }

    private static Map<String, String> build(Preset preset) {
        var members = new LinkedHashMap<String, String>();
        members.put("name", preset.name());
        members.put("configurePreset", preset.name());
        return members;
    }
}
