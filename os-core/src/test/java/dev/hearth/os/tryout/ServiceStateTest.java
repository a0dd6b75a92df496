package dev.hearth.os.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceStateTest {
    @TempDir
    private Path directory;

    private Path from;

    @BeforeEach
    void begin() throws IOException {
        from = directory.resolve("var");
        for (var file : List.of(
                "lib/db/table",
                "lib/containers/layer",
                "lib/scratch/old",
                "opt/tool/bin",
                "home/ada/diary",
                "log/all")) {
            Files.createDirectories(from.resolve(file).getParent());
            Files.writeString(from.resolve(file), file);
        }
    }

    @Test
    void takesWhatServicesKeepAndNothingOfPeople() throws IOException {
        Files.createSymbolicLink(from.resolve("usrlocal"), from.resolve("home"));
        var to = directory.resolve("to");
        Files.createDirectories(to.resolve("lib/db/older"));

        var state = ServiceState.in(from, from.resolve("lib/scratch/copies"), ItHost.processes());
        state.copy(to, ItHost.processes(), _ -> {});

        assertThat(state.items()).containsExactly(Path.of("lib/db"), Path.of("opt/tool"));
        assertThat(state.bytes()).isPositive();
        assertThat(state.leftOut())
                .extracting(LeftOut::what)
                .containsExactly("/var", "/var/lib/containers", "/var/lib/scratch");
        assertThat(to.resolve("lib/db/table")).hasContent("lib/db/table");
        assertThat(to.resolve("lib/db/older")).doesNotExist();
        assertThat(to.resolve("home")).doesNotExist();
        assertThat(to.resolve("lib/containers")).doesNotExist();
    }

    @Test
    void leavesWhatIsLarge() {
        var processes = new ScriptedProcesses()
                .answer("300000000\t" + from.resolve("lib/db") + "\n", du("lib/db"))
                .answer("1\t" + from.resolve("lib/scratch") + "\n", du("lib/scratch"))
                .answer("4096\t" + from.resolve("opt/tool") + "\n", du("opt/tool"));

        var state = ServiceState.in(from, directory, processes);

        assertThat(state.items()).containsExactly(Path.of("lib/scratch"), Path.of("opt/tool"));
        assertThat(state.bytes()).isEqualTo(4097);
        assertThat(state.leftOut()).contains(new LeftOut("/var/lib/db", "it has 300.0 MB"));
    }

    @Test
    void tellsWhatCouldNotBeCopiedAndGoesOn() {
        var state = new ServiceState(from, List.of(Path.of("lib/gone"), Path.of("lib/db")), 0, List.of());
        var told = new ArrayList<Object>();

        state.copy(directory.resolve("to"), ItHost.processes(), told::add);

        assertThat(told).singleElement().asString().contains("'/var/lib/gone'");
        assertThat(directory.resolve("to/lib/db/table")).exists();
    }

    private String[] du(String item) {
        return new String[] {
            "du",
            "--summarize",
            "--one-file-system",
            "--block-size=1",
            "--",
            from.resolve(item).toString()
        };
    }
}
