package dev.hearth.cli.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Gives picocli the commands of hearth as the build has described them.
 *
 * <p>Java makes a class for each type of annotation that it is asked for, at each start, and no cache holds it. The
 * descriptions say the same; what has none is read from its annotations.
 */
public final class DescribedCommands {
    /** What a description is called that lies beside its class. */
    static final String SUFFIX = ".command";

    private DescribedCommands() {}

    /**
     * {@return the parser of the command that this object is, or that it is already}
     *
     * @param subcommands what the command has below it, in the order of its help
     */
    public static CommandLine parser(Object command, Object... subcommands) {
        var parser = command instanceof CommandLine made ? made : new CommandLine(spec(command));
        for (var subcommand : subcommands) {
            parser.addSubcommand(parser(subcommand));
        }
        return parser;
    }

    /** {@return what the object's class says of it, its fields bound} */
    static CommandSpec spec(Object command) {
        var description = description(command.getClass());
        return description == null ? CommandSpec.forAnnotatedObject(command) : spec(command, Block.parse(description));
    }

    static CommandSpec spec(Object command, List<Block> description) {
        var spec = CommandSpec.wrapWithoutInspection(command);
        for (var block : description) {
            switch (block.kind()) {
                case "command" -> describe(spec, block);
                case "mixin" -> spec.addMixin(block.required("field"), mixin(command, block));
                case "spec" -> new FieldBinding(command, block.required("field")).set(spec);
                case "option" -> spec.addOption(new Argument(command, block).option());
                case "operand" -> spec.addPositional(new Argument(command, block).operand());
                default -> throw new IllegalStateException("what a '" + block.kind() + "' is, is not known here");
            }
        }
        return spec;
    }

    private static void describe(CommandSpec spec, Block block) {
        spec.name(block.required("name")).aliases(block.all("alias"));
        var usage = spec.usageMessage()
                .description(block.all("description"))
                .footer(block.all("footer"))
                .hidden(block.has("hidden"));
        var label = block.optional("label");
        if (label != null) {
            usage.synopsisSubcommandLabel(label);
        }
    }

    private static CommandSpec mixin(Object command, Block block) {
        var binding = new FieldBinding(command, block.required("field"));
        Object mixin = binding.value();
        if (mixin == null) {
            mixin = made(binding.field().getType());
            binding.set(mixin);
        }
        return spec(mixin);
    }

    private static Object made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no constructor without parameters", e);
        }
    }

    private static @Nullable String description(Class<?> type) {
        var name = type.getName();
        try (var in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + SUFFIX)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
