package dev.hearth.cli.e2e;

import java.io.IOException;

/** A window of Visual Studio Code, seen by a browser. */
final class EditorWindow implements AutoCloseable {
    private static final String CHOICES = ".quick-input-list .monaco-list-row";
    private static final String TERMINAL = ".terminal-wrapper.active .xterm-rows";
    private static final String TITLE = ".single-terminal-tab";

    private final Browser browser;

    /** The window that a browser shows. */
    EditorWindow(Browser browser) {
        this.browser = browser;
    }

    /** Runs a command of the palette. */
    void command(String title) {
        browser.press("F1");
        offer(".quick-input-widget input", title);
        choose();
    }

    /** Runs a command that asks for one of several, and types which one; it is still to be chosen. */
    void question(String title, String question, String wanted) {
        var field = ".quick-input-widget input[placeholder*='%s']".formatted(question);
        // A question that comes before the editor knows what it has to offer stays empty.
        Eventually.see(
                "'" + wanted + "' on offer",
                () -> {
                    browser.press("Escape");
                    command(title);
                    browser.await(field);
                    return browser.text(CHOICES);
                },
                offered -> offered.contains(wanted));
        offer(field, wanted);
    }

    /** Chooses what is offered first. */
    void choose() {
        browser.press("Enter");
    }

    /** Types a line in the terminal and ends it. */
    void type(String line) {
        browser.type(line);
        browser.press("Enter");
    }

    /** Waits until the text is in the terminal, in which lines that the edge broke are whole. */
    void see(String text) {
        Eventually.see(
                "'" + text + "' in the terminal",
                () -> browser.text(TERMINAL),
                seen -> seen.replace("\n", "").contains(text));
    }

    /** Waits until the terminal is called so. */
    void seeTitle(String title) {
        Eventually.see("'" + title + "' above the terminal", () -> browser.text(TITLE), seen -> seen.contains(title));
    }

    /** Keeps a picture of the window. */
    void picture(String name) {
        browser.picture(name);
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }

    private void offer(String field, String text) {
        browser.await(field);
        browser.type(text);
        Eventually.see(
                "'" + text + "' on offer",
                () -> browser.text(CHOICES),
                offered -> offered.lines().findFirst().orElse("").contains(text));
    }
}
