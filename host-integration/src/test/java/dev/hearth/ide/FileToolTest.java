package dev.hearth.ide;

import static dev.hearth.ide.IdeFixtures.CALL;
import static dev.hearth.ide.IdeFixtures.DEV;
import static dev.hearth.ide.IdeFixtures.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearth.pets.PetName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileToolTest {
    @TempDir
    private Path home;

    private Path config;
    private FileTool tool;
    private Tools tools;

    @BeforeEach
    void makeATool() throws IOException {
        config = Files.writeString(home.resolve("tool.conf"), "mine\n");
        tool = new FileTool(
                "tool",
                home.resolve("tool.d"),
                "hearth-",
                ".conf",
                "#",
                (pet, _) -> "enter " + pet + "\n",
                new FileTool.Inclusion(new UserFile(config), "include tool.d/*"),
                pet -> "Say " + pet);
        tools = new Tools(List.of(tool), () -> CALL);
    }

    @Test
    void knowsWhatItWasTold() {
        Step.carryOut(tool.setUp(DEV, CALL));

        assertThat(tool.path(DEV)).content().startsWith("# X-Hearth-Pet=dev\n").endsWith("\nenter dev\n");
        assertThat(config).hasContent("include tool.d/*\nmine\n");
        assertThat(tool.known()).extracting(Marked::pet).containsExactly(DEV);
        assertThat(tool.setUp(DEV, CALL)).isEmpty();
    }

    @Test
    void forgetsThePetAndWithTheLastTheLine() {
        Step.carryOut(tool.setUp(DEV, CALL));
        Step.carryOut(tool.setUp(LAB, CALL));

        Step.carryOut(tool.remove(DEV));
        assertThat(config).hasContent("include tool.d/*\nmine\n");
        Step.carryOut(tool.remove(LAB));

        assertThat(config).hasContent("mine\n");
        assertThat(home.resolve("tool.d")).isEmptyDirectory();
        assertThat(tool.remove(LAB)).isEmpty();
    }

    @Test
    void followsAPetWithoutTouchingWhatIsTheUsers() {
        Step.carryOut(tool.setUp(DEV, CALL));

        tools.renamed(DEV, LAB);
        assertThat(tool.known()).extracting(Marked::pet, Marked::body).containsExactly(tuple(LAB, "enter lab\n"));
        tools.removed(LAB);

        assertThat(tool.known()).isEmpty();
        assertThat(config).hasContent("include tool.d/*\nmine\n");
    }

    @Test
    void leavesAloneWhatIsNotAsHearthWroteIt() throws IOException {
        Step.carryOut(tool.setUp(DEV, CALL));
        var edited = Files.readString(tool.path(DEV)) + "bell off\n";
        Files.writeString(tool.path(DEV), edited);
        Files.createFile(tool.path(LAB));

        assertThatThrownBy(() -> tool.setUp(DEV, CALL)).isInstanceOf(FileEditedByHand.class);
        assertThatThrownBy(() -> tool.remove(DEV)).isInstanceOf(FileEditedByHand.class);
        assertThatThrownBy(() -> tool.setUp(LAB, CALL)).isInstanceOf(FileInTheWay.class);
        assertThat(tool.remove(LAB)).isEmpty();
        tools.removed(DEV);
        assertThat(tool.path(DEV)).hasContent(edited);
    }

    @Test
    void saysWhatIsNotSoAnyMore() {
        Step.carryOut(tool.setUp(DEV, CALL));

        assertThat(tools.stale(List.of())).containsExactly("tool knows the pet 'dev', which is gone");
        assertThat(tools.stale(List.of(DEV)))
                .containsExactly("tool calls '%s' for the pet 'dev', which is not there".formatted(CALL.launcher()));
        assertThat(tools.stale(List.of(new PetName("other")))).hasSize(1);
    }
}
