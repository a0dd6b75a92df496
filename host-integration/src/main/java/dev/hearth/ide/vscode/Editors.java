package dev.hearth.ide.vscode;

import dev.hearth.core.host.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The editors of a user.
 *
 * @param config usually {@code ~/.config}
 * @param data usually {@code ~/.local/share}
 * @param state where hearth keeps what is the user's
 */
public record Editors(Account account, Path config, Path data, Path state) {

    /** {@return all that there can be} */
    public List<VsCode> all() {
        return Arrays.stream(Editor.values()).map(this::of).toList();
    }

    /** {@return the one of a name} */
    public VsCode of(Editor editor) {
        return new VsCode(editor, editor.user(config, data), state.resolve("ide"), account);
    }

    /** {@return the first that the user has used; the best known where there is none} */
    public Editor used() {
        return Arrays.stream(Editor.values())
                .filter(editor -> Files.isDirectory(editor.user(config, data)))
                .findFirst()
                .orElse(Editor.CODE);
    }
}
