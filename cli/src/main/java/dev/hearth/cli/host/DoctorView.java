package dev.hearth.cli.host;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at; the components are the JSON contract.
 *
 * @param verdict ok or broken
 * @param checks all that was looked at, in the order of the looking
 */
record DoctorView(String verdict, List<Item> checks) {
    static final String BROKEN = "broken";
    private static final String OK = "ok";

    /**
     * One thing that was looked at.
     *
     * @param place host, or the name of a pet
     * @param name what it is, such as engine or ssh-agent
     * @param state ok, absent or broken
     * @param message what was found, for people to read
     * @param hint what to do about it; null unless it is broken
     */
    record Item(
            String place,
            String name,
            String state,
            String message,
            @Nullable String hint) {
        static Item of(Diagnosis diagnosis) {
            var finding = diagnosis.finding();
            return new Item(
                    diagnosis.place(),
                    diagnosis.check(),
                    finding.verdict().name().toLowerCase(Locale.ROOT),
                    finding.message(),
                    finding.hint());
        }
    }

    static DoctorView of(List<Diagnosis> diagnoses) {
        var items = diagnoses.stream().map(Item::of).toList();
        return new DoctorView(items.stream().anyMatch(item -> item.state().equals(BROKEN)) ? BROKEN : OK, items);
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        var place = "";
        for (var item : checks) {
            if (!item.place().equals(place)) {
                place = item.place();
                lines.add(page.colors().bold(place + ":"));
            }
            lines.add("  " + mark(page.colors(), item.state()) + "  " + Printable.line(item.message()));
            if (item.hint() != null) {
                lines.add("          " + item.hint());
            }
        }
        return lines;
    }

    private static String mark(Colors colors, String state) {
        return switch (state) {
            case OK -> colors.green("ok    ");
            case BROKEN -> colors.red("broken");
            default -> colors.dim("absent");
        };
    }
}
