package dev.hearth.ide.vscode;

import dev.hearth.core.host.Account;
import dev.hearth.core.process.Command;
import dev.hearth.engine.json.Json;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.FileTool;
import dev.hearth.ide.Marked;
import dev.hearth.ide.Step;
import dev.hearth.ide.Tool;
import dev.hearth.ide.UserFile;
import dev.hearth.pets.PetName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pets in one editor: a terminal profile in its settings, and how its extension for containers attaches to a pet.
 *
 * @param user where the editor keeps what is its user's
 * @param records where hearth keeps what it wrote into the settings, which it would not know again by itself
 */
public record VsCode(Editor editor, Path user, Path records, Account account) implements Tool {
    private static final String CONTAINERS = "globalStorage/ms-vscode-remote.remote-containers/nameConfigs";

    @Override
    public String name() {
        return editor.word();
    }

    @Override
    public List<Step> setUp(PetName pet, HearthCall call) {
        var steps = new ArrayList<>(record().setUp(pet, call));
        profile(pet).present(TerminalProfile.value(pet, call)).ifPresent(steps::add);
        // The extension writes into its file, and hearth never again.
        if (editor.attaches() && !Files.exists(attaching().path(pet), LinkOption.NOFOLLOW_LINKS)) {
            steps.addAll(attaching().setUp(pet, call));
        }
        return steps;
    }

    @Override
    public List<Step> remove(PetName pet) {
        var steps = new ArrayList<Step>();
        profile(pet).absent().ifPresent(steps::add);
        // Nobody is asked when a pet goes: what is known then has to be known still.
        record().remove(pet).stream().map(Step::asking).forEach(steps::add);
        if (editor.attaches()) {
            steps.addAll(attaching().removeUnlessEdited(pet));
        }
        return steps;
    }

    @Override
    public List<Marked> known() {
        return record().known();
    }

    @Override
    public String use(PetName pet) {
        var terminal = "Its list of terminals has 'hearth-" + pet + "' now";
        return editor.attaches()
                ? terminal
                        + "; `%s --folder-uri %s` opens your home in the pet"
                                .formatted(editor.program(), uri(pet, account.home()))
                : terminal;
    }

    /**
     * {@return what opens a directory in a pet}
     *
     * @throws NoAttaching when the editor cannot
     */
    public Command opening(PetName pet, Path directory) {
        if (!editor.attaches()) {
            throw new NoAttaching(editor);
        }
        return Command.of(editor.program(), "--folder-uri", uri(pet, directory));
    }

    private static String uri(PetName pet, Path directory) {
        var container = Json.write(Map.of("containerName", pet.value()));
        var hex = HexFormat.of().formatHex(container.getBytes(StandardCharsets.UTF_8));
        return "vscode-remote://attached-container+" + hex
                + directory.toUri().getRawPath().replaceFirst("(?<=.)/$", "");
    }

    private TerminalProfile profile(PetName pet) {
        var recorded = known().stream()
                .filter(marked -> marked.pet().equals(pet))
                .map(marked -> marked.body().strip())
                .findFirst();
        return new TerminalProfile(new UserFile(user.resolve("settings.json")), pet, recorded);
    }

    private FileTool record() {
        return new FileTool(
                name(),
                records.resolve(name()),
                "",
                ".json",
                "//",
                (pet, call) -> TerminalProfile.value(pet, call) + "\n",
                null,
                _ -> "");
    }

    private FileTool attaching() {
        return new FileTool(name(), user.resolve(CONTAINERS), "", ".json", "//", (_, _) -> attachment(), null, _ -> "");
    }

    /** The user, and the home, that the pet's own account has. */
    private String attachment() {
        var attachment = new LinkedHashMap<String, Object>();
        attachment.put("workspaceFolder", account.home().toString());
        attachment.put("remoteUser", account.name());
        attachment.put("userEnvProbe", "loginInteractiveShell");
        return Json.write(attachment) + "\n";
    }
}
