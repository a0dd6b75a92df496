package dev.hearth.devcontainer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A project has several devcontainer.json, and nothing says which is meant. */
public final class SeveralDevcontainers extends Failure.Invalid {
    SeveralDevcontainers(Path project, List<Path> files) {
        super(
                "'%s' has %d files devcontainer.json".formatted(Printable.line(project.toString()), files.size()),
                "Name one of them: "
                        + files.stream()
                                .map(file -> Printable.line(file.toString()))
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
