package dev.hearth.devcontainer;

import dev.hearth.core.host.Environment;
import dev.hearth.core.text.Suggestions;
import dev.hearth.core.yaml.YamlList;
import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.core.yaml.YamlScalar;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a devcontainer.json says; each value has to be of its kind, and nothing of it is lost without a word. */
final class DevcontainerReader {
    private static final List<String> TEXTS = List.of(
            "$schema",
            "name",
            "image",
            "dockerFile",
            "context",
            "containerUser",
            "remoteUser",
            "workspaceFolder",
            "workspaceMount",
            "waitFor",
            "userEnvProbe",
            "shutdownAction");

    private static final Map<String, String> SILENT_OTHERWISE = Map.of(
            "hostRequirements", "hearth does not check what the host has",
            "secrets", "hearth asks for none",
            "overrideFeatureInstallOrder", "without features it has no meaning");

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "name",
            "image",
            "build",
            "dockerFile",
            "context",
            "features",
            "containerEnv",
            "remoteEnv",
            "containerUser",
            "remoteUser",
            "updateRemoteUserUID",
            "mounts",
            "workspaceFolder",
            "workspaceMount",
            "runArgs",
            "init",
            "privileged",
            "capAdd",
            "securityOpt",
            "forwardPorts",
            "appPort",
            "portsAttributes",
            "otherPortsAttributes",
            "overrideCommand",
            "shutdownAction",
            "userEnvProbe",
            "hostRequirements",
            "secrets",
            "overrideFeatureInstallOrder",
            "customizations",
            "waitFor",
            "initializeCommand",
            "onCreateCommand",
            "updateContentCommand",
            "postCreateCommand",
            "postStartCommand",
            "postAttachCommand",
            "dockerComposeFile",
            "service",
            "runServices");

    private final DevcontainerText text;
    private final YamlMap top;
    private final Substitution substitution;
    private final List<String> unheeded = new ArrayList<>();

    private DevcontainerReader(DevcontainerText text, YamlMap top, Substitution substitution) {
        this.text = text;
        this.top = top;
        this.substitution = substitution;
    }

    /**
     * {@return what a file says}
     *
     * @param callers the variables that it may pass on by their names
     * @throws dev.hearth.core.yaml.YamlError when it is malformed, or a value is not of its kind; it says where
     * @throws ComposeNeeded when it asks for several containers
     */
    static Devcontainer read(ProjectFile file, Environment callers) {
        var text = DevcontainerText.of(file);
        var top = text.top();
        // Before anything else is understood: what nobody sees in it must not be there at all.
        var _ = PlainValues.members(top);
        top.get("dockerComposeFile").ifPresent(node -> {
            throw new ComposeNeeded(node);
        });
        var project = text.project();
        var id = Substitution.id(Devcontainer.identity(project, file.path()));
        var outside = new Substitution(project, project.toString(), callers, id);
        var inside = top.string("workspaceFolder").map(outside::local).orElse(project.toString());
        return new DevcontainerReader(text, top, new Substitution(project, inside, callers, id)).read();
    }

    private Devcontainer read() {
        checkKinds();
        boolean root = user();
        return new Devcontainer(
                text.file(),
                substitution.project(),
                substitution.id(),
                top.string("image").map(substitution::local).orElse(null),
                build(),
                top.map("features").map(map -> List.copyOf(map.keys())).orElse(List.of()),
                variables("containerEnv"),
                nullableVariables("remoteEnv"),
                substitution.inside(),
                workspace(),
                mounts(),
                RunArgument.parse(strings("runArgs")),
                commands(),
                root,
                editors(),
                Devcontainer.RIGHTS.stream().anyMatch(key -> top.get(key).isPresent()),
                List.copyOf(unheeded));
    }

    /** Also of what is only handed on, since who handed it on would have to answer for it. */
    private void checkKinds() {
        for (var key : TEXTS) {
            top.get(key).ifPresent(DevcontainerReader::requireText);
        }
        for (var key : List.of("init", "privileged", "overrideCommand", "updateRemoteUserUID")) {
            var _ = top.bool(key);
        }
        for (var key : List.of("capAdd", "securityOpt", "overrideFeatureInstallOrder")) {
            var _ = top.strings(key);
        }
        for (var key : List.of("customizations", "portsAttributes", "otherPortsAttributes", "secrets")) {
            var _ = top.map(key);
        }
        var _ = top.list("forwardPorts").map(YamlList::texts);
        top.string("waitFor").ifPresent(stage -> {
            if (List.of(Stage.values()).stream().noneMatch(known -> known.key().equals(stage))) {
                throw top.require("waitFor").error("is no stage", "Write one such as updateContentCommand.");
            }
        });
        tellOfUnknown();
        SILENT_OTHERWISE.forEach((key, reason) -> {
            if (top.get(key).isPresent()) {
                tell(key, reason);
            }
        });
        if (top.get("image").isEmpty() && text.dockerfile().isEmpty()) {
            tell("image", "the file names none, and the pet is made of what new pets are made of");
        }
        if (top.bool("overrideCommand").filter(override -> !override).isPresent()) {
            tell("overrideCommand", "a pet's first process is hearth's, and the image's own command is not run");
        }
        if (top.bool("updateRemoteUserUID").filter(update -> !update).isPresent()) {
            tell("updateRemoteUserUID", "in a pet you have your own number anyway");
        }
        if (top.string("shutdownAction").filter("stopContainer"::equals).isPresent()) {
            tell("shutdownAction", "a pet goes on until it is stopped; `--idle-stop` stops it when nobody is in it");
        }
    }

    /** A number is none, though it could pass for one. */
    private static void requireText(YamlNode node) {
        if (!(node instanceof YamlScalar scalar) || scalar.type() != YamlScalar.Type.TEXT) {
            throw node.error("must be text, not " + node.kind());
        }
    }

    private void tellOfUnknown() {
        top.entries().forEach((key, entry) -> {
            if (!KNOWN.contains(key)) {
                var hint = Suggestions.question(key, KNOWN)
                        .map(question -> "; " + question)
                        .orElse("");
                unheeded.add("%s: hearth knows no property '%s'%s".formatted(entry.key(), key, hint));
            }
        });
    }

    /** {@return whether its commands are written for root} */
    private boolean user() {
        var user =
                top.string("remoteUser").or(() -> top.string("containerUser")).map(substitution::local);
        if (user.filter("root"::equals).isPresent()) {
            tell(
                    top.get("remoteUser").isPresent() ? "remoteUser" : "containerUser",
                    "in a pet you are who you are here, and root by `sudo`; the commands below run as root");
            return true;
        }
        user.ifPresent(name -> tell(
                top.get("remoteUser").isPresent() ? "remoteUser" : "containerUser",
                "in a pet you are who you are here, not '%s'".formatted(name)));
        return false;
    }

    private @Nullable ImageBuild build() {
        var dockerfile = text.dockerfile();
        if (dockerfile.isEmpty()) {
            return null;
        }
        var build = top.map("build");
        var context = build.flatMap(map -> map.string("context")).or(() -> top.string("context"));
        build.flatMap(map -> map.get("options"))
                .ifPresent(_ -> tell("build.options", "an image is built as hearth builds its own"));
        return new ImageBuild(
                dockerfile.get(),
                context.map(substitution::local).map(text::resolve).orElseGet(() -> text.resolve(".")),
                build.flatMap(map -> map.map("args")).map(this::texts).orElse(Map.of()),
                build.flatMap(map -> map.string("target"))
                        .map(substitution::local)
                        .orElse(null),
                build.flatMap(map -> map.get("cacheFrom"))
                        .map(this::oneOrSeveral)
                        .orElse(List.of()));
    }

    /** Besides its own path: where the file says, or where tools look for a project whose file says nothing. */
    private @Nullable ProjectMount workspace() {
        var mount = top.string("workspaceMount").map(substitution::local).filter(text -> !text.isEmpty());
        if (mount.isPresent()) {
            return ProjectMount.parse(mount.get());
        }
        if (top.get("workspaceMount").isPresent()) {
            return null;
        }
        var project = substitution.project();
        var usual = "/workspaces/" + project.getFileName();
        var inside = substitution.inside();
        boolean saysAnother = top.get("workspaceFolder").isPresent() && !inside.startsWith(usual + "/");
        var target = saysAnother ? inside : usual;
        return Path.of(target).startsWith(project)
                ? null
                : ProjectMount.of(Map.of("type", "bind", "source", project.toString(), "target", target));
    }

    private List<ProjectMount> mounts() {
        return top.list("mounts").map(YamlList::entries).orElse(List.of()).stream()
                .map(this::mount)
                .toList();
    }

    private ProjectMount mount(YamlNode node) {
        return node instanceof YamlMap map
                ? ProjectMount.of(texts(map))
                : ProjectMount.parse(substitution.local(node.asText()));
    }

    private List<StageCommand> commands() {
        var commands = new ArrayList<StageCommand>();
        for (var stage : Stage.values()) {
            top.get(stage.key()).ifPresent(node -> {
                requireCommand(node, true);
                commands.add(new StageCommand(stage, Objects.requireNonNull(PlainValues.of(node)))
                        .with(substitution::local));
            });
        }
        return commands;
    }

    private static void requireCommand(YamlNode node, boolean mayHaveSeveral) {
        if (node instanceof YamlMap map && mayHaveSeveral) {
            map.entries().values().forEach(entry -> requireCommand(entry.value(), false));
        } else if (node instanceof YamlList list) {
            if (list.texts().isEmpty()) {
                throw list.error("has no program");
            }
        } else {
            requireText(node);
        }
    }

    private Map<String, @Nullable Object> editors() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var key : Devcontainer.FOR_EDITORS) {
            top.get(key)
                    .map(PlainValues::of)
                    .ifPresent(value -> values.put(key, PlainValues.changed(value, substitution::local)));
        }
        return values;
    }

    private Map<String, String> variables(String key) {
        return top.map(key).map(this::texts).orElse(Map.of());
    }

    private Map<String, @Nullable String> nullableVariables(String key) {
        var values = new LinkedHashMap<String, @Nullable String>();
        top.map(key)
                .ifPresent(map -> map.entries().forEach((name, entry) -> values.put(name, orNothing(entry.value()))));
        return values;
    }

    private @Nullable String orNothing(YamlNode node) {
        boolean nothing = node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NOTHING;
        return nothing ? null : substitution.local(node.asText());
    }

    private Map<String, String> texts(YamlMap map) {
        var values = new LinkedHashMap<String, String>();
        map.entries().forEach((name, entry) -> values.put(name, text(entry.value())));
        return values;
    }

    private String text(YamlNode node) {
        boolean bool = node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.BOOL;
        return bool ? Boolean.toString(node.asBool()) : substitution.local(node.asText());
    }

    private List<String> strings(String key) {
        return top.strings(key).stream().map(substitution::local).toList();
    }

    private List<String> oneOrSeveral(YamlNode node) {
        var texts = node instanceof YamlList list ? list.texts() : List.of(node.asText());
        return texts.stream().map(substitution::local).toList();
    }

    private void tell(String key, String reason) {
        unheeded.add("'%s': %s".formatted(key, reason));
    }
}
