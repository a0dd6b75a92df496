package dev.hearth.cli.pets;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.projects.Trust;
import dev.hearth.core.prompt.Chooser;
import dev.hearth.core.prompt.Prompt;
import dev.hearth.core.text.Printable;
import dev.hearth.devcontainer.DevcontainerFiles;
import dev.hearth.devcontainer.Devcontainers;
import dev.hearth.devcontainer.Wish;
import dev.hearth.devcontainer.WishRefused;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.Pets;
import dev.hearth.pets.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes the pet that a project asks for by its devcontainer.json, once its user has allowed that file, and each thing in
 * it that reaches beyond the project.
 */
public final class ProjectPet {
    private final Supplier<Devcontainers> devcontainers;
    private final DevcontainerFiles files;
    private final Trust trust;
    private final Supplier<Pets> pets;
    private final Path directory;
    private final ConsoleNarrator narrator;
    private final Prompt prompt;
    private final Chooser chooser;

    /** Makes it for a caller in a directory. */
    public ProjectPet(
            Supplier<Devcontainers> devcontainers,
            DevcontainerFiles files,
            Trust trust,
            Supplier<Pets> pets,
            Path directory,
            ConsoleNarrator narrator,
            Prompt prompt,
            Chooser chooser) {
        this.devcontainers = devcontainers;
        this.files = files;
        this.trust = trust;
        this.pets = pets;
        this.directory = directory;
        this.narrator = narrator;
        this.prompt = prompt;
        this.chooser = chooser;
    }

    /** {@return what {@link #make} would do, in lines for people; nothing is changed, and the file need not be allowed} */
    List<String> plan(Path named, CreateRequest asked) {
        var file = DevcontainerFiles.read(files.find(directory.resolve(named)));
        var plan = devcontainers.get().plan(file, asked, Set.of());
        var steps = new ArrayList<>(plan.before());
        for (var step : pets.get().creations().plan(plan.request())) {
            if (step instanceof Step.Name) {
                plan.hooks().forEach(hook -> steps.add(new Step.RunHook(hook.title(), hook.root()).line()));
            }
            steps.add(step.line());
        }
        steps.addAll(plan.later());
        var lines = new ArrayList<String>();
        steps.forEach(step -> lines.add("%d. %s".formatted(lines.size() + 1, Printable.line(step))));
        plan.unheeded().forEach(sentence -> lines.add("! " + Printable.line(sentence)));
        return lines;
    }

    /**
     * Makes it.
     *
     * @param named the project's directory, or its file
     * @param allowed what its user allowed beforehand, by the keys of wishes
     */
    void make(Path named, CreateRequest asked, List<String> allowed) {
        var file = DevcontainerFiles.read(files.find(directory.resolve(named)));
        var whole = devcontainers.get().plan(file, asked, Set.of());
        trust.require(file, () -> Devcontainers.meaning(file));
        var refused = refused(whole.wishes(), allowed);
        boolean hostCommand = refused.stream().noneMatch(Devcontainers::isHostCommand);
        var image = devcontainers
                .get()
                .obtain(devcontainers.get().plan(file, asked, refused), hostCommand, narrator, prompt);
        // What the image itself asks for may be known only now.
        var further = new ArrayList<>(
                devcontainers.get().plan(whole, asked, refused, image).wishes());
        further.removeAll(whole.wishes());
        refused.addAll(refused(further, allowed));
        var plan = devcontainers.get().plan(whole, asked, refused, image);
        plan.unheeded().forEach(narrator::warning);
        devcontainers.get().create(plan, image, narrator, prompt);
    }

    private Set<Wish> refused(List<Wish> wishes, List<String> allowed) {
        var refused = new HashSet<Wish>();
        for (var wish : wishes) {
            if (allowed.contains(wish.key())) {
                continue;
            }
            if (!chooser.canAsk()) {
                throw new WishRefused(wish);
            }
            var question = Printable.line(wish.question());
            var asking = question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1) + "?";
            if (chooser.choose(asking, List.of("yes", "no")).equals("no")) {
                narrator.warning("Left out, as you did not allow it: " + question);
                refused.add(wish);
            }
        }
        return refused;
    }
}
