package dev.hearth.cli;

import dev.hearth.images.ImageName;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Platform;
import dev.hearth.pets.Home;
import dev.hearth.pets.Namespace;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Volume;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** How hearth has its command line read. */
final class ParserSettings {
    private static final int HELP_WIDTH = 100;

    private ParserSettings() {}

    /** {@return the parser with hearth's settings, which reach the commands it has} */
    static CommandLine applied(CommandLine parser) {
        // The words after the first of these are the user's own command, whatever they look like.
        for (var name : new String[] {"run", "ephemeral", "host"}) {
            var command = parser.getSubcommands().get(name);
            if (command != null) {
                command.setStopAtPositional(true);
            }
        }
        arrange(parser);
        settle(parser);
        // An option whose value may be left out would else take the next option for it.
        Optional.ofNullable(parser.getSubcommands().get("create"))
                .ifPresent(create -> create.setAllowOptionsAsOptionParameters(false));
        return parser;
    }

    private static void settle(CommandLine parser) {
        parser
                // A word that begins with @ is that word, not a file of further words.
                .setExpandAtFiles(false)
                // What follows an option is its value, even if it looks like an option: then the value is refused.
                .setAllowOptionsAsOptionParameters(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                // Picocli's own would call it by reflection, which Java makes classes for.
                .registerConverter(Path.class, Path::of)
                .registerConverter(PetName.class, PetName::parse)
                .registerConverter(ImageReference.class, ImageReference::parse)
                .registerConverter(ImageName.class, ImageName::parse)
                .registerConverter(Platform.class, Platform::parse)
                .registerConverter(Home.class, Home::parse)
                .registerConverter(Volume.class, Volume::parse)
                .registerConverter(Namespace.class, Namespace::parse);
    }

    private static void arrange(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(ParserSettings::arrange);
    }
}
