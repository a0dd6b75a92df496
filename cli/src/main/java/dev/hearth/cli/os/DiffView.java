package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.cli.output.Sizes;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Deployment;
import dev.hearth.os.Difference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two deployments; the components are the JSON contract.
 *
 * @param from the first
 * @param to the second
 * @param packages in which they differ
 * @param summary the same in one line
 * @param addedKernelArguments which only the second has
 * @param removedKernelArguments which only the first has
 * @param effect what of it matters to what runs of the first
 * @param files of /usr, in which they differ
 */
record DiffView(
        Side from,
        Side to,
        PackagesView packages,
        String summary,
        List<String> addedKernelArguments,
        List<String> removedKernelArguments,
        EffectView effect,
        Files files) {

    /**
     * One of the two.
     *
     * @param id STATEROOT-CHECKSUM.SERIAL
     * @param version of its base
     */
    record Side(String id, @Nullable String version) {
        static Side of(Deployment deployment) {
            return new Side(deployment.id().toString(), deployment.origin().version());
        }

        String text() {
            return version == null ? id : version + " (" + id + ")";
        }
    }

    /**
     * Files of /usr.
     *
     * @param added which only the second has
     * @param removed which only the first has
     * @param changed in content, kind, mode or owner
     * @param sizeBefore bytes of all of the first
     * @param sizeAfter bytes of all of the second
     * @param unreadable how many places this user may not look at
     */
    record Files(
            List<String> added,
            List<String> removed,
            List<String> changed,
            long sizeBefore,
            long sizeAfter,
            int unreadable) {}

    static DiffView of(Difference difference) {
        var files = difference.files();
        return new DiffView(
                Side.of(difference.from()),
                Side.of(difference.to()),
                PackagesView.of(difference.packages()),
                difference.packages().summary(),
                difference.addedArguments(),
                difference.removedArguments(),
                EffectView.of(difference.effect()),
                new Files(
                        paths(files.added()),
                        paths(files.removed()),
                        paths(files.changed()),
                        files.sizeBefore(),
                        files.sizeAfter(),
                        files.unreadable()));
    }

    private static List<String> paths(List<Path> paths) {
        return paths.stream().map(path -> "/usr/" + path).toList();
    }

    List<String> lines(Page page, boolean eachFile) {
        var lines = new ArrayList<String>();
        lines.add("From: " + Printable.line(from.text()));
        lines.add("To:   " + Printable.line(to.text()));
        lines.add("Packages: " + summary);
        lines.addAll(packages.lines(page));
        removedKernelArguments.forEach(argument -> lines.add("Kernel argument: -" + Printable.line(argument)));
        addedKernelArguments.forEach(argument -> lines.add("Kernel argument: +" + Printable.line(argument)));
        lines.add("Concerns: " + Printable.line(effect.text()));
        lines.add("Files: %d changed, %d removed, %d added"
                .formatted(
                        files.changed().size(),
                        files.removed().size(),
                        files.added().size()));
        if (eachFile) {
            each(lines, "M", files.changed());
            each(lines, "D", files.removed());
            each(lines, "A", files.added());
        }
        lines.add("Size: " + Sizes.text(files.sizeBefore()) + " -> " + Sizes.text(files.sizeAfter()));
        if (files.unreadable() > 0) {
            lines.add("Not compared: %d places that only root may look at".formatted(files.unreadable()));
        }
        return lines;
    }

    /** The letters are those of {@code ostree admin config-diff}. */
    private static void each(List<String> lines, String letter, List<String> paths) {
        paths.forEach(path -> lines.add(letter + "    " + Printable.line(path)));
    }
}
