package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.core.needed.Needed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** Chromium without a window, in which somebody looks at one page; Playwright drives it. */
final class Browser implements AutoCloseable {
    /** Where pictures are kept that a run takes. */
    static final Path PICTURES = Path.of("target/screenshots");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process driver;
    private final BufferedReader answers;
    private final Path log;

    private Browser(Process driver, Path log) {
        this.driver = driver;
        this.answers = new BufferedReader(new InputStreamReader(driver.getInputStream(), UTF_8));
        this.log = log;
    }

    /**
     * {@return a person's browser, which keeps its files in a directory until it closes}
     *
     * @param node of which version Playwright wants it
     * @param modules with Playwright among them
     */
    static Browser start(Person person, Path directory, Path node, Path modules) throws IOException {
        Needed.programs("chromium");
        var script = directory.resolve("browser.mjs");
        try (var text = Browser.class.getResourceAsStream("editor/browser.mjs")) {
            Files.write(script, text.readAllBytes());
        }
        var log = directory.resolve("browser.log");
        var argv = List.of(node.toString(), script.toString(), modules.toString(), "/usr/bin/chromium");
        var builder = new ProcessBuilder(person.saying(argv))
                .directory(directory.toFile())
                .redirectError(Redirect.to(log.toFile()));
        var environment = new TreeMap<>(person.environment());
        environment.put("TMPDIR", directory.toString());
        // What it writes for the desktop that it thinks it is on.
        environment.put("HOME", directory.toString());
        environment.remove("XDG_RUNTIME_DIR");
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Browser(builder.start(), log);
    }

    /** Goes to an address. */
    void open(String address) {
        act("open", address);
    }

    /** Waits until there is an element. */
    void await(String selector) {
        act("await", selector);
    }

    /** Fills in a field. */
    void fill(String selector, String text) {
        act("fill", selector, text);
    }

    /** Clicks an element as soon as there is one. */
    void click(String selector) {
        act("click", selector);
    }

    /** Presses keys, such as {@code Control+Shift+P}. */
    void press(String keys) {
        act("press", keys);
    }

    /** Types text to where the keys go. */
    void type(String text) {
        act("type", text);
    }

    /** {@return what is to be read in all elements, each on lines of its own} */
    String text(String selector) {
        // Terminals fill up their lines with these.
        return act("text", selector).replace('\u00a0', ' ');
    }

    /** Keeps a picture of the page. */
    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(act("picture")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        // Its end closes the browser, which takes its files along.
        driver.getOutputStream().close();
        answers.close();
        Programs.end(driver);
    }

    private String act(String... words) {
        try {
            driver.getOutputStream().write((JSON.writeValueAsString(words) + "\n").getBytes(UTF_8));
            driver.getOutputStream().flush();
            var answer = answer();
            if (answer.has("error")) {
                throw new AssertionError(
                        List.of(words) + ": " + answer.path("error").asText());
            }
            return answer.path("value").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new AssertionError("The browser ended: " + Files.readString(log));
        }
        return JSON.readTree(line);
    }
}
