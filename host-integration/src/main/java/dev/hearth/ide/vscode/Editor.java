package dev.hearth.ide.vscode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Visual Studio Code, or one of its kin. */
public enum Editor {
    CODE("code", "Code"),
    VSCODIUM("codium", "VSCodium"),
    CURSOR("cursor", "Cursor"),
    CODE_SERVER("code-server", "code-server");

    private final String program;
    private final String directory;

    /** The program that opens it, and what its directory is called. */
    Editor(String program, String directory) {
        this.program = program;
        this.directory = directory;
    }

    /** {@return the word for it on the command line} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return all the words} */
    public static List<String> words() {
        return Arrays.stream(values()).map(Editor::word).toList();
    }

    /**
     * {@return the editor of a word}
     *
     * @throws UnknownEditor when it is none's
     */
    public static Editor parse(String word) {
        return Arrays.stream(values())
                .filter(editor -> editor.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownEditor(word));
    }

    String program() {
        return program;
    }

    /** {@return where its user's settings are: a server keeps them with its data} */
    Path user(Path config, Path data) {
        return (this == CODE_SERVER ? data : config).resolve(directory).resolve("User");
    }

    /** {@return whether Microsoft's extension for containers is made for it} */
    boolean attaches() {
        return this == CODE || this == CURSOR;
    }
}
