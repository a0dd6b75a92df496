package dev.hearth.pets;

import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FakeContainer;
import dev.hearth.engine.FakeContainerEngine;
import dev.hearth.guest.GuestFiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** The in-pet half's {@code carry} in the containers of a fake engine; its archive has a line for each file. */
public final class FakeCarry {
    private static final String ARCHIVE = "/var/lib/hearth/carried.tar";

    private FakeCarry() {}

    /** Gives it to all containers of an engine. */
    public static void on(FakeContainerEngine engine) {
        engine.withProgram(GuestFiles.CARRY.value(), FakeCarry::run);
    }

    private static int run(FakeContainer container, ExecRequest request, Consumer<String> line) {
        var files = container.content();
        var words = request.command().subList(2, request.command().size());
        switch (request.command().get(1)) {
            case "missing" ->
                words.stream()
                        .filter(path -> files.texts().keySet().stream().noneMatch(file -> isIn(file, List.of(path))))
                        .forEach(line);
            case "pack" ->
                files.texts().forEach((file, text) -> {
                    if (isIn(file, words)) {
                        line.accept(file + "=" + text);
                    }
                });
            case "add" ->
                files.write(
                        ARCHIVE,
                        files.texts().getOrDefault(ARCHIVE, "")
                                + new String(
                                        Base64.getDecoder().decode(String.join("", words)),
                                        StandardCharsets.ISO_8859_1));
            case "unpack" -> {
                files.texts().getOrDefault(ARCHIVE, "").lines().forEach(each -> {
                    var parts = each.split("=", 2);
                    files.write(parts[0], parts[1]);
                });
                files.delete(ARCHIVE);
            }
            default -> throw new AssertionError(words);
        }
        return 0;
    }

    private static boolean isIn(String file, List<String> paths) {
        return paths.stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
    }
}
