package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.process.Command;
import dev.hearth.core.text.Printable;
import dev.hearth.os.advice.Advice;
import dev.hearth.os.advice.Evidence;
import dev.hearth.os.advice.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where packages belong; the components are the JSON contract.
 *
 * @param advice on each package
 */
record AdviceView(List<Item> advice) {
    private static final int MARGIN = 2;
    private static final int MOST_FILES = 3;

    /**
     * Advice on a package.
     *
     * @param request what was layered or asked about: a name, or a file
     * @param origin layered on request, present in the base without, or a file
     * @param name of the package; null when the base has none that goes by the request
     * @param version with an epoch where it has one; null as above
     * @param place base, pet or flatpak; null as above
     * @param needs why it has to be in the base; empty when it has not
     * @param programs that it has
     * @param applications that it has, by their desktop files
     * @param development whether it has headers, for compilers
     * @param applicationId by which Flatpak would know it; null when it has none
     * @param command that moves it there; null when it is where it belongs
     */
    record Item(
            String request,
            String origin,
            @Nullable String name,
            @Nullable String version,
            @Nullable String place,
            List<Reason> needs,
            List<String> programs,
            List<String> applications,
            boolean development,
            @Nullable String applicationId,
            @Nullable String command) {

        private static Item of(Advice advice) {
            var identity = advice.identity();
            var judgement = advice.judgement();
            if (identity == null || judgement == null) {
                return new Item(
                        advice.request(),
                        Words.of(advice.origin()),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        null,
                        null);
            }
            var offers = judgement.offers();
            return new Item(
                    advice.request(),
                    Words.of(advice.origin()),
                    identity.name(),
                    identity.version(),
                    Words.of(judgement.place()),
                    judgement.needs().stream().map(Reason::of).toList(),
                    offers.programs(),
                    offers.applications(),
                    offers.development(),
                    offers.applicationId().orElse(null),
                    command(advice, judgement));
        }

        private static @Nullable String command(Advice advice, Judgement judgement) {
            return switch (judgement.place()) {
                case BASE ->
                    advice.origin() == Advice.Origin.FILE
                            ? Command.of("hearth", "os", "install", advice.request())
                                    .toString()
                            : null;
                case PET, FLATPAK ->
                    advice.origin() == Advice.Origin.LAYERED
                            ? Command.of("hearth", "demote", advice.request()).toString()
                            : null;
            };
        }

        private String title() {
            return name == null ? request : name + " " + version;
        }

        private String verdict() {
            return switch (place) {
                case null -> "no package of the base goes by that name";
                case "base" -> "has to be in the base";
                case "flatpak" -> "can be a Flatpak, or live in a pet";
                default -> "can live in a pet";
            };
        }

        private List<String> reasons() {
            if (place == null) {
                return List.of();
            }
            if (!needs.isEmpty()) {
                return needs.stream().map(Reason::text).toList();
            }
            return Stream.of(
                            some("programs", programs),
                            some("applications", applications),
                            development ? "headers for compilers" : "")
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    /**
     * A reason to be in the base.
     *
     * @param need its name, such as kernel-module or system-unit
     * @param title the same for people
     * @param files of the package that show it
     */
    record Reason(String need, String title, List<String> files) {
        private static Reason of(Evidence evidence) {
            return new Reason(Words.of(evidence.need()), evidence.need().title(), evidence.files());
        }

        private String text() {
            return some(title, files);
        }
    }

    static AdviceView of(List<Advice> advice) {
        return new AdviceView(advice.stream().map(Item::of).toList());
    }

    private static String some(String title, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        var shown = String.join(", ", names.subList(0, Math.min(MOST_FILES, names.size())));
        int more = names.size() - MOST_FILES;
        return title + ": " + shown + (more > 0 ? " and " + more + " more" : "");
    }

    List<String> lines(Page page) {
        if (advice.isEmpty()) {
            return List.of("No package is layered");
        }
        var lines = new ArrayList<String>();
        for (var item : advice) {
            lines.add(page.colors().bold(Printable.line(item.title())) + ": " + item.verdict());
            item.reasons().forEach(reason -> indented(lines, page, reason));
            if (item.command() != null) {
                lines.add("  To move it to a pet: " + Printable.line(item.command()));
            }
        }
        return lines;
    }

    private static void indented(List<String> lines, Page page, String text) {
        page.wrapped(List.of(text.split(" ")), 2 * MARGIN).forEach(line -> lines.add(" ".repeat(MARGIN) + line));
    }
}
