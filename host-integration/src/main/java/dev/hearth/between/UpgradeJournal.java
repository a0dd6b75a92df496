package dev.hearth.between;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.schema.Schema;
import dev.hearth.flatpaks.FlatpakUpdate;
import dev.hearth.pets.PetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of upgrades of everything, one file for each. */
public final class UpgradeJournal {
    private static final Schema SCHEMA = new Schema(1, "0.1.0");

    private final Records<Content> records;

    public UpgradeJournal(PrivateDirectory directory) {
        this.records = new Records<>(directory, Content.class, SCHEMA);
    }

    /**
     * {@return an upgrade}
     *
     * @throws UpgradeNotFound when nothing is known of it
     */
    WholeUpgrade get(UpgradeId id) {
        return records.read(id.value()).map(Content::upgrade).orElseThrow(() -> new UpgradeNotFound(id));
    }

    /** Writes down how far one came; {@return it} */
    WholeUpgrade keep(WholeUpgrade upgrade) {
        records.keep(upgrade.id().value(), Content.of(upgrade));
        return upgrade;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(
            int schema,
            String needs,
            String id,
            String began,
            WholeUpgrade.@Nullable BaseStep base,
            List<String> pets,
            List<FlatpakUpdate> flatpaks,
            boolean undone) {
        Content {
            pets = List.copyOf(pets);
            flatpaks = List.copyOf(flatpaks);
        }

        static Content of(WholeUpgrade upgrade) {
            return new Content(
                    SCHEMA.number(),
                    SCHEMA.since(),
                    upgrade.id().value(),
                    upgrade.began().toString(),
                    upgrade.base(),
                    upgrade.pets().stream().map(PetName::value).toList(),
                    upgrade.flatpaks(),
                    upgrade.undone());
        }

        WholeUpgrade upgrade() {
            return new WholeUpgrade(
                    UpgradeId.parse(id),
                    Instant.parse(began),
                    base,
                    pets.stream().map(PetName::new).toList(),
                    flatpaks,
                    undone);
        }
    }
}
