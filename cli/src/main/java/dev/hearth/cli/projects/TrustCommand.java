package dev.hearth.cli.projects;

import dev.hearth.cli.output.Column;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.FormatOption;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.Table;
import dev.hearth.manifests.ManifestFiles;
import dev.hearth.projects.Allowance;
import dev.hearth.projects.Allowances;
import dev.hearth.projects.ProjectFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth trust}. */
@Command(
        name = "trust",
        description = "Allow a project's file to say what pets are, as it is now.",
        footer = {
            "",
            "A hearth.yaml or .hearth file that is new, or was changed, does nothing before you have",
            "seen what it asks for and allowed it: with this content, at this path. The answer is",
            "yours: --yes does not give it. Where nobody can be asked, --sha256 says which content",
            "you have seen; else the command ends with status 8.",
            "",
            "Examples:",
            "  hearth trust",
            "  hearth trust ~/src/web/hearth.yaml",
            "  hearth trust --list",
            "  hearth trust --revoke ~/src/web/hearth.yaml"
        })
public final class TrustCommand implements Runnable {
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("FILE", Row::file),
            Column.time("ALLOWED", Row::allowed),
            Column.of(
                    "CONTENT",
                    row -> row.sha256().substring(0, Math.min(12, row.sha256().length())))));

    private final Allowances allowances;
    private final ManifestFiles files;
    private final Trust trust;
    private final ConsoleNarrator narrator;
    private final Output output;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file; else the hearth.yaml here or above.")
    private @Nullable Path file;

    @Option(
            names = "--sha256",
            paramLabel = "DIGEST",
            description = "Allow it without a question if this is its content.")
    private @Nullable String digest;

    @Option(names = "--list", description = "List what is allowed.")
    private boolean list;

    @Option(names = "--revoke", description = "Allow the file no more.")
    private boolean revoke;

    @Mixin
    private FormatOption format;

    public TrustCommand(
            Allowances allowances, ManifestFiles files, Trust trust, ConsoleNarrator narrator, Output output) {
        this.allowances = allowances;
        this.files = files;
        this.trust = trust;
        this.narrator = narrator;
        this.output = output;
    }

    /**
     * One file that is allowed; the components are the JSON contract.
     *
     * @param file that is allowed
     * @param sha256 of the content that it is allowed with
     * @param allowed when
     */
    record Row(String file, String sha256, Instant allowed) {
        static Row of(Allowance allowance) {
            return new Row(allowance.path().toString(), allowance.digest(), allowance.when());
        }
    }

    @Override
    public void run() {
        if (list) {
            if (revoke || file != null || digest != null) {
                throw TrustMisuse.listAndMore();
            }
            output.list(
                    format.format(),
                    "allowed",
                    allowances.list().stream().map(Row::of).toList(),
                    TABLE);
        } else if (revoke) {
            allowances.revoke(files.path(file));
            narrator.confirm("'%s' is not allowed any more".formatted(files.path(file)));
        } else {
            allow(files.read(file));
        }
    }

    private void allow(ProjectFile found) {
        // What nobody could read as a manifest is refused here, asked or not, rather than by every later command.
        var meaning = files.meaning(found);
        if (digest == null) {
            trust.require(found, () -> meaning);
        } else if (digest.toLowerCase(Locale.ROOT).equals(found.digest())) {
            allowances.allow(found);
        } else {
            throw TrustMisuse.otherContent(found);
        }
        narrator.confirm("'%s' is allowed as it is".formatted(found.path()));
    }
}
