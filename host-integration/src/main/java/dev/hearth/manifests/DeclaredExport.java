package dev.hearth.manifests;

import dev.hearth.exports.Export;
import dev.hearth.exports.ExportKind;
import org.jspecify.annotations.Nullable;

/**
 * Something of a pet that is to be available on the host.
 *
 * @param wanted a program's name or path, an app's id or name, or a service's unit; empty for a terminal in the pet
 * @param as what it is called on the host; as in the pet when absent
 */
public record DeclaredExport(
        ExportKind kind, String wanted, @Nullable String as) {

    /** {@return whether this is what a pet exports already} */
    boolean isMetBy(Export export) {
        if (export.kind() != kind) {
            return false;
        }
        if (wanted.isEmpty()) {
            return export.source().isEmpty();
        }
        if (kind == ExportKind.APP) {
            // What menus call an app is in its file, and changes nothing about which one it is.
            return export.isNamed(wanted) || export.isNamed(lastPart());
        }
        boolean same =
                export.source().equals(wanted) || lastPart(export.source()).equals(lastPart());
        return same && export.isNamed(as == null ? lastPart() : as);
    }

    /** {@return it as a plan writes it} */
    String text() {
        var what = wanted.isEmpty() ? "--pet" : wanted;
        return kind.word() + " " + what + (as == null ? "" : " as " + as);
    }

    private String lastPart() {
        return lastPart(wanted);
    }

    private static String lastPart(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        for (var ending : new String[] {".service", ".desktop"}) {
            if (last.endsWith(ending)) {
                return last.substring(0, last.length() - ending.length());
            }
        }
        return last;
    }
}
