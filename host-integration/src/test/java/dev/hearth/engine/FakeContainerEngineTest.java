package dev.hearth.engine;

import static dev.hearth.engine.ContainerRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Faults;
import dev.hearth.images.ImageStore;
import org.junit.jupiter.api.Test;

/** Holds the fake to the contract, and shows how it fails on request. */
class FakeContainerEngineTest extends ContainerEngineContract {
    private static final String IMAGE = "localhost/hearth-it/debian:12";

    private final FakeContainerEngine fake =
            new FakeContainerEngine().withImage(IMAGE).withoutEntrypoint("/no/such/program");

    @Override
    public ContainerEngine engine() {
        return fake;
    }

    @Override
    protected String image() {
        return IMAGE;
    }

    @Override
    protected ImageStore store() {
        return fake.imageStore();
    }

    @Test
    void failsTheCallThatWasChosen() {
        fake.faults().fail(2, new EngineRestarted(EngineKind.DOCKER, "start a container"));
        var id = fake.create(plain("web", IMAGE));

        assertThatThrownBy(() -> fake.start(id)).isInstanceOf(EngineRestarted.class);
        assertThat(fake.container("web").state()).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void diesBeforeOrAfterACallHasItsEffect() {
        fake.faults().dieBefore(1);
        assertThatThrownBy(() -> fake.create(plain("web", IMAGE))).isInstanceOf(Faults.Killed.class);
        assertThat(fake.containers()).isEmpty();

        fake.faults().clear().dieAfter(1);
        assertThatThrownBy(() -> fake.create(plain("web", IMAGE))).isInstanceOf(Faults.Killed.class);
        assertThat(fake.container("web").state()).isEqualTo(ContainerState.CREATED);
        assertThatThrownBy(() -> fake.find("web")).isInstanceOf(Faults.Killed.class);

        fake.faults().clear();
        assertThat(fake.find("web")).isPresent();
    }
}
