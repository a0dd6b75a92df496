package dev.hearth.manifests;

import dev.hearth.core.text.Sha256;
import dev.hearth.pets.CreateRequest;
import dev.hearth.pets.PetName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pet as a manifest declares it.
 *
 * @param asked what `create` would be asked for; what it leaves out comes from the configuration
 * @param exports all that is to be exported of it; absent where the file says nothing about exports
 * @param hooks commands that its shell runs as its root, once, before it is there
 */
public record DeclaredPet(
        PetName name, CreateRequest asked, @Nullable List<DeclaredExport> exports, List<String> hooks) {
    private static final int ENOUGH = 16;

    public DeclaredPet {
        exports = exports == null ? null : List.copyOf(exports);
        hooks = List.copyOf(hooks);
    }

    /** {@return what tells these hooks from others; empty when there are none} */
    String hooksDigest() {
        return hooks.isEmpty() ? "" : Sha256.of(String.join("\0", hooks)).substring(0, ENOUGH);
    }
}
