package dev.hearth.cli.e2e;

import org.junit.jupiter.api.Tag;

/** Takes minutes, so that it runs with {@code ./verify --long} only; DnfLayerIT runs always. */
@Tag("long")
final class BaseSessionWithDnfE2EIT extends BaseSessionContract implements BetweenSteps {
    BaseSessionWithDnfE2EIT() {
        super(DnfDistribution::open);
    }
}
