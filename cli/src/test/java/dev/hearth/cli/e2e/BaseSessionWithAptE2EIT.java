package dev.hearth.cli.e2e;

final class BaseSessionWithAptE2EIT extends BaseSessionContract implements BetweenSteps {
    BaseSessionWithAptE2EIT() {
        super(AptDistribution::open);
    }
}
