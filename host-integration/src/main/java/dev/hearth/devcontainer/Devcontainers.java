package dev.hearth.devcontainer;

import dev.hearth.config.Settings;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.core.text.Printable;
import dev.hearth.core.yaml.YamlText;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.json.Json;
import dev.hearth.ide.ShellWords;
import dev.hearth.images.BuildFailed;
import dev.hearth.images.ImageReference;
import dev.hearth.images.LocalImage;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Hook;
import dev.hearth.pets.LastingHooks;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Variable;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes the pets of projects that say by a devcontainer.json what they are developed in. */
public final class Devcontainers {
    /** The labels by which tools find the container of a project. */
    static final String PROJECT = "devcontainer.local_folder";

    static final String FILE = "devcontainer.config_file";

    private static final String TOOL = "devcontainer";
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int ENOUGH = 12;

    private final Supplier<Pets> pets;
    private final Supplier<EngineFacts> engine;
    private final Supplier<Settings> settings;
    private final Processes processes;
    private final Account account;
    private final Environment callers;

    public Devcontainers(
            Supplier<Pets> pets,
            Supplier<EngineFacts> engine,
            Supplier<Settings> settings,
            Processes processes,
            Account account,
            Environment callers) {
        this.pets = pets;
        this.engine = engine;
        this.settings = settings;
        this.processes = processes;
        this.account = account;
        this.callers = callers;
    }

    /** {@return what a file asks for, in lines for people; with what its image is built by} */
    public static List<String> meaning(ProjectFile file) {
        var text = DevcontainerText.of(file);
        var lines = new ArrayList<String>();
        YamlText.of(PlainValues.members(text.top())).lines().forEach(lines::add);
        text.dockerfile().ifPresent(dockerfile -> {
            lines.add("and by '%s':".formatted(dockerfile));
            text.build().lines().map(line -> "  " + Printable.text(line)).forEach(lines::add);
        });
        return lines;
    }

    /** {@return the pet that was made for a project; the first where there are several} */
    public static Optional<PetName> of(Path project, List<Pet> pets) {
        return pets.stream()
                .filter(pet -> project.toString().equals(pet.spec().labels().get(PROJECT)))
                .min(Comparator.comparing(pet -> pet.spec().created()))
                .map(Pet::name);
    }

    /**
     * {@return how the pet of a project is made, as far as that is known before its image is here; nothing is changed and
     * nothing fetched}
     *
     * @param asked by the user, over what the file says
     * @param refused what of it the user does not allow
     * @throws dev.hearth.core.yaml.YamlError when the file is malformed; it says where
     */
    public DevcontainerPlan plan(ProjectFile file, CreateRequest asked, Set<Wish> refused) {
        var plan = plan(DevcontainerReader.read(file, callers), asked, refused, ImageMetadata.UNKNOWN);
        // One that is going to be built may be another than what an earlier build left.
        var image = plan.made() == null ? pets.get().creations().image(plan.request()) : Optional.<LocalImage>empty();
        return image.isPresent() ? plan(plan, asked, refused, image.get()) : plan;
    }

    /** {@return the same with what the image says, now that it is here} */
    public DevcontainerPlan plan(DevcontainerPlan plan, CreateRequest asked, Set<Wish> refused, LocalImage image) {
        var said = plan.said();
        var substitution = new Substitution(said.project(), said.inside(), callers, said.id());
        return plan(said, asked, refused, ImageMetadata.of(image, plan.byTool(), substitution));
    }

    private DevcontainerPlan plan(Devcontainer said, CreateRequest asked, Set<Wish> refused, ImageMetadata brought) {
        boolean byTool = !said.features().isEmpty() && processes.locate(TOOL).isPresent();
        var name = asked.name() == null ? name(said.project()) : asked.name();
        boolean built = asked.image() == null && (byTool || said.build() != null);
        var made = built ? image(said, name) : null;
        var image = asked.image() == null ? (made == null ? said.image() : made.toString()) : asked.image();
        var worked = ProjectRequest.of(said, brought, asked.named(name), image, refused, account);
        var unheeded = new ArrayList<>(said.unheeded());
        unheeded.addAll(worked.unheeded());
        if (!brought.isKnown()) {
            unheeded.add(
                    "'%s': what the image asks for by itself is known once it is here".formatted(ImageMetadata.LABEL));
        }
        if (!said.features().isEmpty() && !byTool) {
            unheeded.add(
                    "'features': %s, as these are left to the program `devcontainer`, which is not here (npm has it as @devcontainers/cli)"
                            .formatted(String.join(", ", said.features())));
        }
        var request = settings.get().completed(worked.request());
        var wishes = Stream.concat(initialize(said).stream(), worked.wishes().stream())
                .distinct()
                .toList();
        return new DevcontainerPlan(said, brought, request, made, byTool, wishes, unheeded);
    }

    /**
     * {@return the image of a plan, which is fetched or built unless it is here}
     *
     * @param hostCommand whether the user allowed the command on the host, which is run first
     */
    public LocalImage obtain(DevcontainerPlan plan, boolean hostCommand, Narrator narrator, Prompt prompt) {
        var said = plan.said();
        pets.get().creations().requireFree(plan.name());
        if (hostCommand) {
            said.command(Stage.INITIALIZE).ifPresent(command -> runOnHost(said, command, narrator));
        }
        var made = plan.made();
        if (made != null) {
            build(plan, made, narrator);
        }
        return pets.get().creations().obtainImage(plan.request(), narrator, prompt);
    }

    /** Makes the pet of a plan of its image. */
    public Pet create(DevcontainerPlan plan, LocalImage image, Narrator narrator, Prompt prompt) {
        var request = plan.request();
        var variables = variables(request, image);
        UnaryOperator<String> known = text -> Substitution.inContainer(text, variables);
        var environment = new LinkedHashMap<>(request.environment());
        plan.remoteEnvironment()
                .forEach((name, value) -> environment.put(new Variable(name, value).name(), known.apply(value)));
        var labels = new LinkedHashMap<>(request.labels());
        labels.put(ImageMetadata.LABEL, metadata(plan, known));
        labels.putAll(lasting(plan, known));
        return pets.get()
                .creations()
                .create(request.withEnvironment(environment).labelled(labels), plan.hooks(known), narrator, prompt);
    }

    /** {@return whether a wish is for the command that is run on the host} */
    public static boolean isHostCommand(Wish wish) {
        return wish.key().equals(Stage.INITIALIZE.key());
    }

    private static List<Wish> initialize(Devcontainer said) {
        return said
                .command(Stage.INITIALIZE)
                .map(command ->
                        new Wish(Stage.INITIALIZE.key(), "run `%s` on this host, as you".formatted(command.title())))
                .stream()
                .toList();
    }

    private void runOnHost(Devcontainer said, StageCommand command, Narrator narrator) {
        var call = Command.of(
                        "/bin/sh",
                        "-c",
                        "cd \"$1\" && exec /bin/sh -c \"$2\"",
                        "sh",
                        said.project().toString(),
                        command.script())
                .withTimeout(PATIENCE);
        try {
            var ended = processes.stream(call, line -> narrator.setUpSaid(Printable.line(line)));
            if (!ended.succeeded()) {
                throw new HostCommandFailed(ended.status());
            }
        } catch (ProgramTimedOut e) {
            throw new HostCommandFailed(e.message());
        }
    }

    private void build(DevcontainerPlan plan, ImageReference made, Narrator narrator) {
        var said = plan.said();
        var build = said.build();
        if (plan.byTool()) {
            var ended = processes.stream(byTool(said, made), line -> narrator.setUpSaid(Printable.line(line)));
            if (!ended.succeeded()) {
                throw new FeaturesFailed(ended.status(), Printable.lastLine(ended.out()));
            }
        } else if (build != null) {
            var ended = processes.stream(
                    build.command(engine.get(), made.toString()), line -> narrator.setUpSaid(Printable.line(line)));
            if (!ended.succeeded()) {
                throw new BuildFailed(made.toString(), Printable.lastLine(ended.out()));
            }
        }
        narrator.imageReady(made);
    }

    private Command byTool(Devcontainer said, ImageReference made) {
        var kind = engine.get().kind();
        return Command.of(
                        TOOL,
                        "build",
                        "--workspace-folder",
                        said.project().toString(),
                        "--config",
                        said.file().path().toString(),
                        "--image-name",
                        made.toString(),
                        "--docker-path",
                        kind.word())
                .withEnvironment(
                        kind == EngineKind.DOCKER ? "DOCKER_HOST" : "CONTAINER_HOST",
                        "unix://" + engine.get().socket())
                .withTimeout(PATIENCE);
    }

    /** What is run at each start, and before each shell, is one script each; that of a shell is run by its user. */
    private static Map<String, String> lasting(DevcontainerPlan plan, UnaryOperator<String> known) {
        boolean root = plan.said().root();
        var onShell = joined(plan.hooks(Stage.POST_ATTACH, known))
                .map(hook -> root
                        ? new Hook(
                                hook.title(),
                                ShellWords.line(List.of("sudo", "-n", "/bin/sh", "-c", hook.script())),
                                false,
                                hook.directory())
                        : hook);
        return LastingHooks.labels(joined(plan.hooks(Stage.POST_START, known)), onShell);
    }

    private static Optional<Hook> joined(Stream<Hook> hooks) {
        return hooks.reduce((first, second) -> new Hook(
                first.title() + "; " + second.title(),
                ShellWords.line(List.of("/bin/sh", "-c", first.script())) + " || exit\n" + second.script(),
                first.root(),
                first.directory()));
    }

    /** {@return what editors are told: what the image and the file say, but for what hearth sees to itself} */
    private static String metadata(DevcontainerPlan plan, UnaryOperator<String> known) {
        var told = new ArrayList<>(plan.brought().editors());
        if (!plan.said().editors().isEmpty()) {
            told.add(plan.said().editors());
        }
        return Json.write(PlainValues.changed(told, known));
    }

    private Map<String, String> variables(CreateRequest request, LocalImage image) {
        var variables = new LinkedHashMap<>(Map.of("PATH", Pets.USUAL_PATH));
        image.environment().forEach(variable -> {
            int equals = variable.indexOf('=');
            if (equals > 0) {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        });
        variables.put("HOME", account.home().toString());
        variables.put("USER", account.name());
        variables.putAll(request.environment());
        return variables;
    }

    private static ImageReference image(Devcontainer said, PetName name) {
        return ImageReference.parse("localhost/hearth-devcontainer/%s:%s"
                .formatted(name.value().toLowerCase(Locale.ROOT), said.id().substring(0, ENOUGH)));
    }

    /** {@return what the pet of a project is called unless it is given a name: as its directory, as far as pets can} */
    static PetName name(Path project) {
        var name = Objects.toString(project.getFileName(), "")
                .replaceAll("[^A-Za-z0-9_.-]", "-")
                .replaceFirst("^[^A-Za-z]+", "");
        return PetName.isValid(name) ? new PetName(name) : new PetName("project");
    }
}
