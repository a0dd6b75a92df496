package dev.hearth.cli.e2e;

final class BaseSessionWithDnfE2EIT extends BaseSessionContract {
    BaseSessionWithDnfE2EIT() {
        super(DnfDistribution::open);
    }
}
