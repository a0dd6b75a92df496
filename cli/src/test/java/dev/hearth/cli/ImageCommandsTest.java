package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.images.ImageReference;
import dev.hearth.images.RegistryUnreachable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCommandsTest {
    private static final String UBUNTU = "quay.io/toolbx/ubuntu-toolbox:24.04";

    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void startAfresh() {
        hearth = new HearthFixture(directory);
        hearth.engine().imageStore().withPublished(ImageReference.parse(UBUNTU), Map.of());
    }

    @Test
    void listsWhatIsHereAndWhatCanBeHad() {
        hearth.run("image", "pull", UBUNTU);

        golden("image/list", hearth.run("image", "list"));
        golden("image/list-json", hearth.run("image", "ls", "--format=json"));
    }

    @Test
    void showsAnImageAndHowFarItIsTrusted() {
        hearth.run("image", "pull", UBUNTU);

        golden("image/show", hearth.run("image", "show", UBUNTU));
        golden("image/show-json", hearth.run("image", "show", UBUNTU, "--format=json"));
    }

    @Test
    void tellsWhatItFetches() {
        golden("image/pull", hearth.run("image", "pull", "--distro=ubuntu", "--release=24.04"));
    }

    @Test
    void refusesAMalformedReference() {
        golden("image/pull-malformed", hearth.run("image", "pull", "Ubuntu:24.04"));
    }

    @Test
    void suggestsTheDistributionThatWasMeant() {
        golden("image/pull-unknown-distro", hearth.run("image", "pull", "--distro=ubunut"));
    }

    @Test
    void refusesAnImageAndADistributionTogether() {
        golden("image/pull-both", hearth.run("image", "pull", UBUNTU, "--distro=ubuntu"));
    }

    @Test
    void saysThatTheRegistryDoesNotAnswer() {
        hearth.engine().imageStore().withRegistry("quay.io", new RegistryUnreachable("quay.io", "no route to host"));

        golden("image/pull-unreachable", hearth.run("image", "pull", "quay.io/a/b:1"));
    }

    @Test
    void removesWhatCanBeRemovedAndTellsOfTheRest() {
        hearth.run("create", "dev");
        hearth.run("image", "pull", UBUNTU);

        golden("image/rm", hearth.run("image", "rm", "localhost/hearth/debian:12", "none:1", UBUNTU));
        assertThat(hearth.engine().imageStore().find(UBUNTU)).isEmpty();
    }

    @Test
    void refusesWhatIsNoImagesNameBeforeAnyWork() {
        golden("image/rm-empty", hearth.run("image", "rm", ""));
        golden("image/show-empty", hearth.run("image", "show", ""));
        golden("image/rm-malformed", hearth.run("image", "rm", "a b"));
        assertThat(hearth.ports().choices()).isEmpty();
    }

    @Test
    void needsACommandOfItsOwn() {
        golden("image/bare", hearth.run("image"));
        golden("image/mistyped", hearth.run("image", "lsit"));
    }

    @Test
    void offersItsNamesForCompletion() {
        assertThat(hearth.run("complete", "images").out()).isEqualTo("localhost/hearth/debian:12\n");
        assertThat(hearth.run("complete", "distros").out()).contains("debian\n", "fedora\n");
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
