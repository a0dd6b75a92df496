package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManualTest {
    private static final Path MANUAL = Path.of("../docs/man");

    @TempDir
    Path directory;

    @Test
    void isCommittedAsTheCommandsAre() throws IOException {
        var pages = new ArrayList<Path>();
        for (var command : commands()) {
            var page = MANUAL.resolve(ManualPage.name(command) + ".1");
            Golden.verify(page, ManualPage.of(command));
            pages.add(page);
        }

        try (var files = Files.list(MANUAL)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    private List<CommandLine> commands() {
        var fixture = new HearthFixture(directory);
        var world = fixture.world(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        var all = new ArrayList<CommandLine>();
        collect(new Hearth(world, _ -> fixture.ports(), List.of()).parser(), all);
        return all;
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        if (!command.getCommandSpec().usageMessage().hidden() && !all.contains(command)) {
            all.add(command);
            command.getSubcommands().values().forEach(child -> collect(child, all));
        }
    }
}
