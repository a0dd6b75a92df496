package dev.hearth.os.ostree;

import dev.hearth.os.Deployment;
import dev.hearth.os.Deployment.Withdrawn;
import dev.hearth.os.Source;
import dev.hearth.os.rollout.ChannelStore;
import dev.hearth.os.rollout.KnownChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells without a network which deployments were taken back by those who made them. */
final class KnownWithdrawals {
    private final ChannelStore store;

    KnownWithdrawals(ChannelStore store) {
        this.store = store;
    }

    /** {@return deployments with what was learnt against them} */
    List<Deployment> onto(List<Deployment> deployments) {
        var channels = new HashMap<String, Optional<KnownChannel>>();
        return deployments.stream()
                .map(each -> withdrawn(each, channels)
                        .map(found -> each.withRemarks(each.remarks().with(found)))
                        .orElse(each))
                .toList();
    }

    private Optional<Withdrawn> withdrawn(Deployment deployment, Map<String, Optional<KnownChannel>> channels) {
        if (!(deployment.source() instanceof Source.Branch branch)) {
            return Optional.empty();
        }
        return channels.computeIfAbsent(branch.text(), store::read)
                .flatMap(known -> known.channel()
                        .withdrawal(deployment.origin().checksum())
                        .map(found -> new Withdrawn(found.reason(), known.learnt())));
    }
}
