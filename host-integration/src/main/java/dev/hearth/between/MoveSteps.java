package dev.hearth.between;

import dev.hearth.between.Move.Exported;
import dev.hearth.exports.ExportKind;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps of moves, as people read them. */
final class MoveSteps {
    private MoveSteps() {}

    static Stream<String> inPet(PetName pet, Stream<String> lines) {
        return lines.map(line -> "In '%s': %s".formatted(pet, line));
    }

    static Stream<String> onBase(List<String> lines) {
        return lines.stream().map(line -> "On the base: " + line);
    }

    static Stream<String> exporting(PetName pet, List<Exported> exports) {
        return named(exports, "Export the %s of '" + pet + "'");
    }

    static Stream<String> takingBack(PetName pet, List<Exported> exports) {
        return named(exports, "Take back the %s of '" + pet + "'");
    }

    private static Stream<String> named(List<Exported> exports, String form) {
        return Stream.of(ExportKind.BIN, ExportKind.APP)
                .map(kind -> exports.stream()
                        .filter(each -> each.kind() == kind)
                        .map(Exported::name)
                        .collect(Collectors.joining(", ", kind == ExportKind.BIN ? "programs " : "apps ", "")))
                .filter(names -> !names.endsWith(" "))
                .map(form::formatted);
    }
}
