package dev.hearth.os.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.schema.Schema;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verdicts on a repository's commits, each in a signed file of the commit's name. */
public final class Verdicts {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");

    private final Path directory;

    public Verdicts(Repository repository) {
        this.directory = repository.extension().resolve("gate");
    }

    /** Keeps a verdict, in the place of an earlier one on the same commit. */
    public void keep(Verdict verdict, ProviderKey key) {
        try {
            Files.createDirectories(directory);
            var file = file(verdict.commit());
            Files.deleteIfExists(ProviderKey.signature(file));
            PrivateFiles.write(file, text(verdict));
            key.sign(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the verdict on a commit; empty when there is none}
     *
     * @throws VerdictNotTrusted when it is not signed with the key, or is on another commit
     */
    public Optional<Verdict> read(String commit, ProviderKey key) {
        var file = file(commit);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (!key.signed(file)) {
                throw new VerdictNotTrusted(commit, "it is not signed with the key " + key.fingerprint());
            }
            var verdict = parse(Files.readString(file));
            if (!verdict.commit().equals(commit)) {
                throw new VerdictNotTrusted(commit, "it is on the commit " + verdict.commit());
            }
            return Optional.of(verdict);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JsonProcessingException | DateTimeException e) {
            throw new VerdictNotTrusted(commit, "it cannot be understood");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where what a commit's machine said is kept} */
    public Path console(String commit) {
        return directory.resolve(commit + ".console");
    }

    private Path file(String commit) {
        return directory.resolve(commit + ".json");
    }

    private static String text(Verdict verdict) throws JsonProcessingException {
        var written = new Written(
                SCHEMA.number(),
                SCHEMA.since(),
                verdict.commit(),
                verdict.time().toString(),
                verdict.trouble(),
                verdict.checks().stream()
                        .map(each -> new WrittenCheck(each.name(), each.status(), each.seconds(), each.output()))
                        .toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(written)
                + "\n";
    }

    private static Verdict parse(String text) throws JsonProcessingException {
        var written = new JsonMapper().readValue(text, Written.class);
        SCHEMA.check("The verdict on '" + written.commit() + "'", written.schema(), written.since());
        return new Verdict(
                written.commit(),
                Instant.parse(written.time()),
                written.trouble(),
                written.checks().stream()
                        .map(each -> new Verdict.Check(each.name(), each.status(), each.seconds(), each.output()))
                        .toList());
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Written(
            int schema,
            @Nullable String since,
            @JsonProperty(required = true) String commit,
            @JsonProperty(required = true) String time,
            @Nullable String trouble,
            @JsonProperty(required = true) List<WrittenCheck> checks) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WrittenCheck(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) int status,
            double seconds,
            @JsonProperty(required = true) String output) {}
}
