package dev.hearth.os.ostree;

import dev.hearth.os.OsEngine.FoundPackage;
import java.util.List;

/** Searches what could be layered onto the present base. */
final class LayerSearch {
    private final Deployments deployments;
    private final Transactions transactions;
    private final Assembler assembler;

    LayerSearch(Deployments deployments, Transactions transactions, Assembler assembler) {
        this.deployments = deployments;
        this.transactions = transactions;
        this.assembler = assembler;
    }

    List<FoundPackage> find(List<String> words) {
        var all = deployments.list();
        var present = OstreeEngine.presentIn(all);
        var configuration = Rollout.configurationOf(all, present);
        return transactions.prepare(
                "search packages", () -> assembler.search(present.origin().checksum(), configuration, words));
    }
}
