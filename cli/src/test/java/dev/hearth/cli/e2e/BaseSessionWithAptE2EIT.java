package dev.hearth.cli.e2e;

final class BaseSessionWithAptE2EIT extends BaseSessionContract {
    BaseSessionWithAptE2EIT() {
        super(AptDistribution::open);
    }
}
