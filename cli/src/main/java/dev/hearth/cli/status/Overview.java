package dev.hearth.cli.status;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both sides; the components are the JSON contract.
 *
 * @param base null where there is none to keep
 * @param baseProblem why there is nothing to tell of it; null otherwise
 * @param pets null where no engine answers
 * @param petsProblem why there is nothing to tell of them; null otherwise
 * @param flatpaks applications from Flatpak; null where the host has no Flatpak
 * @param waits what waits for somebody, or is wrong
 */
record Overview(
        @Nullable BaseView base,
        @Nullable String baseProblem,
        @Nullable List<PetRow> pets,
        @Nullable String petsProblem,
        @Nullable List<String> flatpaks,
        List<Waiting> waits) {

    /**
     * Something that waits.
     *
     * @param message what it is
     * @param hint what to do about it
     */
    record Waiting(String message, @Nullable String hint) {}

    /** {@return what stands before the list of pets} */
    List<String> beginning(Page page) {
        var lines = new ArrayList<String>();
        if (base == null) {
            lines.add(title(page, "Base") + " " + Printable.line(String.valueOf(baseProblem)));
        } else {
            base(lines, page, base);
        }
        lines.add("");
        if (pets == null) {
            lines.add(title(page, "Pets") + " " + Printable.line(String.valueOf(petsProblem)));
        } else {
            lines.add(title(page, "Pets") + (pets.isEmpty() ? " none yet; `hearth create` makes one" : ""));
        }
        return lines;
    }

    private static void base(List<String> lines, Page page, BaseView base) {
        lines.add(title(page, "Base") + " " + base.engine());
        for (var deployed : base.deployments()) {
            var version = deployed.version() == null ? deployed.id() : deployed.version();
            lines.add("  %-9s %s  %s"
                    .formatted(deployed.state(), Printable.line(version), Printable.line(deployed.source()))
                    .stripTrailing());
        }
        layers(lines, page, "Layers", base.layers().stream().filter(layer -> !canLeave(layer)));
        layers(lines, page, "Could leave the base", base.layers().stream().filter(Overview::canLeave));
        if (base.configuration() != null && base.configuration() > 0) {
            lines.add("  /etc: "
                    + (base.configuration() == 1 ? "1 path differs" : base.configuration() + " paths differ")
                    + " from the defaults");
        }
    }

    private static boolean canLeave(BaseView.Layer layer) {
        return layer.place() != null && !layer.place().equals("base");
    }

    private static void layers(List<String> lines, Page page, String title, Stream<BaseView.Layer> layers) {
        var names = layers.map(BaseView.Layer::name).toList();
        if (!names.isEmpty()) {
            var words = Stream.concat(Stream.of(title + ":"), names.stream()).toList();
            page.wrapped(words, 2).forEach(line -> lines.add("  " + line));
        }
    }

    /** {@return what stands behind it} */
    List<String> end(Page page) {
        var lines = new ArrayList<String>();
        if (flatpaks != null) {
            lines.add("");
            lines.add(title(page, "Flatpaks") + " " + (flatpaks.isEmpty() ? "none" : flatpaks.size()));
        }
        if (!waits.isEmpty()) {
            lines.add("");
            lines.add(page.colors().yellow("Waits:"));
            for (var item : waits) {
                lines.add("  " + Printable.line(item.message()));
                if (item.hint() != null) {
                    lines.add("    " + item.hint());
                }
            }
        }
        return lines;
    }

    private static String title(Page page, String text) {
        return page.colors().bold(text + ":");
    }
}
