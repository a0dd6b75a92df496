package dev.hearth.cli.provider;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.compose.Composed;
import dev.hearth.os.packages.InstalledPackage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What composing came to, or would; the components are the JSON contract.
 *
 * @param ref the branch
 * @param commit the newest commit of the branch; with --dry-run the one that it has now, or null
 * @param version what the commit is called; null with --dry-run
 * @param composed whether a commit was made; with --dry-run whether one would be
 * @param contents the packages that it has, or would have
 */
record ComposeView(
        String ref, @Nullable String commit, @Nullable String version, boolean composed, List<Content> contents) {

    /**
     * A package.
     *
     * @param name such as libc6
     * @param version as the package manager writes it
     * @param architecture as the package manager writes it
     */
    record Content(String name, String version, String architecture) {
        static Content of(InstalledPackage each) {
            return new Content(each.name(), each.version(), each.architecture());
        }
    }

    static ComposeView of(Composed composed) {
        return new ComposeView(
                composed.ref(),
                composed.commit(),
                composed.version(),
                composed.changed(),
                composed.packages().stream().map(Content::of).toList());
    }

    static ComposeView of(Composed.Outlook outlook) {
        return new ComposeView(
                outlook.ref(),
                outlook.present().orElse(null),
                null,
                outlook.changed(),
                outlook.packages().stream().map(Content::of).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        if (version == null) {
            contents.forEach(
                    each -> lines.add(Printable.line(each.name() + " " + each.version() + " " + each.architecture())));
            lines.add(composed ? "A commit would be made on " + ref : "Nothing is new: " + ref + " has all of it");
        } else {
            lines.add(
                    composed
                            ? "Composed %s as %s of %s".formatted(commit, version, ref)
                            : "Nothing is new: %s is %s of %s".formatted(commit, version, ref));
        }
        return lines;
    }
}
