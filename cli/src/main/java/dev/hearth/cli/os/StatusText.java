package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The base for people, laid out like rpm-ostree's status, which they know. */
final class StatusText {
    private final StatusView status;
    private final Page page;
    private final List<String> lines = new ArrayList<>();

    private StatusText(StatusView status, Page page) {
        this.status = status;
        this.page = page;
    }

    static List<String> lines(StatusView status, Page page) {
        var text = new StatusText(status, page);
        text.write();
        return text.lines;
    }

    private void write() {
        lines.add("State: " + (status.transaction() == null ? "idle" : "busy"));
        var driver = status.driver();
        if (driver != null) {
            var unit = driver.unit() == null ? "" : " (" + driver.unit() + ")";
            lines.add("AutomaticUpdatesDriver: " + Printable.line(driver.name() + unit));
        }
        if (!status.automaticUpdates().equals("none")) {
            lines.add("AutomaticUpdates: " + status.automaticUpdates());
        }
        if (status.transaction() != null) {
            lines.add("Transaction: " + Printable.line(status.transaction()));
        }
        if (status.nextBoot() != null) {
            lines.add("NextBoot: " + Printable.line(status.nextBoot()));
        }
        if (status.trouble() != null) {
            lines.add("LastChange: " + page.colors().red(Printable.line(status.trouble())));
        }
        if (status.health() != null) {
            lines.addAll(status.health().summary());
        }
        if (status.deployments().isEmpty()) {
            lines.add("No deployments.");
            return;
        }
        lines.add("Deployments:");
        for (var deployment : status.deployments()) {
            if (deployment.index() > 0) {
                lines.add("");
            }
            deployment(deployment);
        }
        var update = status.update();
        if (update != null && update.available()) {
            lines.add("");
            lines.addAll(update.section(page));
        }
    }

    private void deployment(DeploymentView deployment) {
        var dot = deployment.booted() ? "●" : " ";
        lines.add(dot + " " + Printable.line(deployment.source()) + " (index: " + deployment.index() + ")");
        if (deployment.sourceTitle() != null) {
            lines.add("  └─ " + Printable.line(deployment.sourceTitle()));
        }
        var sheet = new Sheet(page, Sheet.DEPLOYMENT_KEY);
        sheet.add("RemoteStatus", deployment.remoteError(), page.colors()::red);
        sheet.add("State", state(deployment), page.colors()::yellow);
        sheet.add("Withdrawn", withdrawn(deployment), page.colors()::red);
        var effect = status.pendingEffect();
        if (effect != null && deployment.pending()) {
            sheet.addWords("Concerns", List.of(effect.text().split(" ")));
        }
        version(sheet, deployment);
        sheet.add("StateRoot", severalStateroots() ? deployment.stateroot() : null);
        sheet.addEach("Signature", deployment.signing().lines());
        packages(sheet, deployment);
        sheet.add("Initramfs", deployment.initramfs());
        sheet.addWords("KernelArguments", deployment.kernelArguments());
        sheet.add("Pinned", deployment.pinned() ? "yes" : null);
        sheet.add("Unlocked", deployment.unlocked().equals("none") ? null : deployment.unlocked(), page.colors()::red);
        sheet.add("EndOfLife", deployment.endOfLife(), page.colors()::red);
        sheet.addEach("Remark", deployment.remarks());
        lines.addAll(sheet.lines());
    }

    private static @Nullable String state(DeploymentView deployment) {
        if (deployment.staged()) {
            return "applied at next boot (staged: written out at shutdown)";
        }
        if (deployment.pending()) {
            return "applied at next boot";
        }
        return deployment.rollback() ? "rollback" : null;
    }

    /** What to do about it is said of what boots next: any other deployment is on its way out. */
    private static @Nullable String withdrawn(DeploymentView deployment) {
        var withdrawn = deployment.withdrawn();
        if (withdrawn == null) {
            return null;
        }
        return withdrawn.text() + (deployment.index() == 0 ? "; `hearth os upgrade` goes back" : "");
    }

    private void version(Sheet sheet, DeploymentView deployment) {
        var base = deployment.base();
        var origin = base == null ? deployment.commit() : base;
        sheet.add(origin.version() == null ? "Timestamp" : "Version", origin.text(), page.colors()::bold);
        if (base != null) {
            sheet.add("BaseCommit", base.checksum());
        }
        sheet.add("Commit", deployment.checksum());
    }

    private boolean severalStateroots() {
        return status.deployments().stream()
                        .map(DeploymentView::stateroot)
                        .distinct()
                        .count()
                > 1;
    }

    private static void packages(Sheet sheet, DeploymentView deployment) {
        var removed = new LinkedHashMap<String, List<String>>();
        deployment.removed().forEach(item -> named(removed, item.version(), item.name()));
        var replaced = new LinkedHashMap<String, List<String>>();
        deployment.replaced().forEach(item -> named(replaced, item.from() + " -> " + item.to(), item.name()));
        sheet.addWords("RemovedBasePackages", grouped(removed));
        sheet.addWords("LocalOverrides", grouped(replaced));
        sheet.addEach(
                "InactiveRequests",
                deployment.inactive().stream()
                        .map(item -> item.request() + " (" + item.reason() + ")")
                        .toList());
        sheet.addWords("LayeredPackages", sorted(deployment.layered()));
        sheet.addWords("LocalPackages", sorted(deployment.local()));
    }

    private static void named(Map<String, List<String>> groups, String group, String name) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(name);
    }

    /** {@return the names of each group before what they have in common} */
    private static List<String> grouped(Map<String, List<String>> groups) {
        var words = new ArrayList<String>();
        groups.forEach((group, names) -> {
            words.addAll(names);
            words.add(group);
        });
        return words;
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
