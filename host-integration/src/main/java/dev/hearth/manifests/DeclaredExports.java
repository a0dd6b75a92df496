package dev.hearth.manifests;

import dev.hearth.core.yaml.YamlMap;
import dev.hearth.core.yaml.YamlNode;
import dev.hearth.core.yaml.YamlScalar;
import dev.hearth.exports.ExportKind;
import dev.hearth.exports.ExportName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is to be exported of a pet: lists of names for each kind, or {@code NAME: OTHER} for another name. */
final class DeclaredExports {
    private static final String TERMINAL = "terminal";

    private static final List<String> KEYS =
            List.of(ExportKind.APP.word(), ExportKind.BIN.word(), ExportKind.SERVICE.word(), TERMINAL);

    private DeclaredExports() {}

    static List<DeclaredExport> read(YamlMap map) {
        map.rejectUnknownKeys(KEYS);
        var exports = new ArrayList<DeclaredExport>();
        for (var kind : ExportKind.values()) {
            map.list(kind.word()).ifPresent(list -> list.entries().forEach(entry -> exports.addAll(of(kind, entry))));
        }
        if (map.bool(TERMINAL).orElse(false)) {
            exports.add(new DeclaredExport(ExportKind.APP, "", null));
        }
        return exports;
    }

    private static List<DeclaredExport> of(ExportKind kind, YamlNode entry) {
        if (entry instanceof YamlScalar) {
            return List.of(export(kind, entry, entry.asText(), null));
        }
        return entry.asMap().entries().entrySet().stream()
                .map(other -> export(
                        kind,
                        other.getValue().value(),
                        other.getKey(),
                        other.getValue().value().asText()))
                .toList();
    }

    private static DeclaredExport export(ExportKind kind, YamlNode place, String wanted, @Nullable String as) {
        if (wanted.isBlank()) {
            throw place.error("is empty");
        }
        if (as != null && kind != ExportKind.APP) {
            DeclaredPetReader.at(place.position(), place.subject(), () -> new ExportName(as));
        }
        return new DeclaredExport(kind, wanted, as);
    }
}
