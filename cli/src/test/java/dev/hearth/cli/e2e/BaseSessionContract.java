package dev.hearth.cli.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * What an administrator does to a base over time, on one base.
 *
 * <p>The tests are steps of a session, in order: what each finds is what those before it left, as on a real machine, where
 * a change meets layers, overrides, pins and edited files of earlier ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class BaseSessionContract
        implements LayeringSteps, AdviceSteps, UpgradeSteps, ConfigurationSteps, DeploymentSteps {
    private final BaseSession.Opening opening;
    private @Nullable BaseSession session;

    BaseSessionContract(BaseSession.Opening opening) {
        this.opening = opening;
    }

    @Override
    public BaseSession session() {
        return Objects.requireNonNull(session);
    }

    @BeforeAll
    void begin() throws IOException {
        session = BaseSession.begin(opening);
        session.distribution().offer("it-library", "2.0", List.of());
        session.distribution().offer("it-tool", "1.0", List.of("it-library"));
        session.distribution().offer("it-fickle", "1.0", List.of());
        session.distribution().offerBroken("it-broken", "1.0");
        session.distribution().offerWith("it-service", "1.0", "usr/lib/systemd/system/it-service.service");
        session.distribution().offerWith("it-program", "1.0", "usr/bin/it-program");
        session.distribution().offerWith("it-viewer", "1.0", "usr/bin/it-viewer");
        session.distribution().offerWith("it-device", "1.0", "usr/lib/udev/rules.d/70-it-device.rules");
    }

    @AfterAll
    void end() {
        if (session != null) {
            session.close();
        }
    }

    @AfterEach
    void agreesWithOstreeAndThePackageManager() {
        session().requireSound();
    }
}
