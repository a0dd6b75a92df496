package dev.hearth.cli.provides;

import dev.hearth.cli.output.Page;
import dev.hearth.commands.CommandName;
import dev.hearth.commands.Provider;
import dev.hearth.commands.Provider.Kind;
import dev.hearth.core.process.Command;
import dev.hearth.core.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has a program; the components are the JSON contract.
 *
 * @param name of the program
 * @param pet that has it, or could have it
 * @param path of the program in the pet; null when it is not there yet
 * @param packageName of the package that would bring it; null when it is there
 * @param command that runs the program, or installs the package
 */
record ProvidesView(
        String name,
        String pet,
        @Nullable String path,
        @Nullable String packageName,
        String command) {

    static ProvidesView of(CommandName name, Provider provider) {
        var pet = provider.pet().value();
        if (provider.kind() == Kind.PROGRAM) {
            var run = Command.of("hearth", "run", "-c", pet, name.value());
            return new ProvidesView(name.value(), pet, provider.what(), null, run.toString());
        }
        // Without a name it is looked at first where the package belongs.
        var install = provider.meant()
                ? Command.of("hearth", "install", provider.what())
                : Command.of("hearth", "install", "-c", pet, provider.what());
        return new ProvidesView(name.value(), pet, null, provider.what(), install.toString());
    }

    /** {@return all of it in one line} */
    String line() {
        var text = path != null
                ? "'%s' is in the pet '%s': %s".formatted(name, pet, command)
                : "'%s' comes with the package '%s' in the pet '%s': %s".formatted(name, packageName, pet, command);
        return Printable.line(text);
    }

    List<String> lines(Page page) {
        return List.of(line());
    }
}
