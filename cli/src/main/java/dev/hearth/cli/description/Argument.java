package dev.hearth.cli.description;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;
import picocli.CommandLine.ScopeType;

/** An option or operand of a command's object, as its description has it. */
final class Argument {
    private static final Class<?>[] NO_TYPES = {};

    private final FieldBinding binding;
    private final Block block;

    Argument(Object command, Block block) {
        this.binding = new FieldBinding(command, block.required("field"));
        this.block = block;
    }

    // Both builders have these methods from a class of picocli's that nobody else sees.

    OptionSpec option() {
        return OptionSpec.builder(block.all("name"))
                .getter(binding)
                .setter(binding)
                .userObject(binding.field())
                .initialValue(binding.value())
                .type(binding.field().getType())
                .auxiliaryTypes(types())
                .paramLabel(block.required("label"))
                .description(block.all("description"))
                .arity(arity())
                .splitRegex(split())
                .defaultValue(block.optional("default"))
                .scopeType(scope())
                .required(block.has("required"))
                .hidden(block.has("hidden"))
                .build();
    }

    PositionalParamSpec operand() {
        return PositionalParamSpec.builder()
                .getter(binding)
                .setter(binding)
                .userObject(binding.field())
                .initialValue(binding.value())
                .type(binding.field().getType())
                .auxiliaryTypes(types())
                .paramLabel(block.required("label"))
                .description(block.all("description"))
                .arity(arity())
                .splitRegex(split())
                .defaultValue(block.optional("default"))
                .scopeType(scope())
                .required(block.has("required"))
                .hidden(block.has("hidden"))
                .index(index())
                .build();
    }

    private Range arity() {
        return Range.valueOf(block.required("arity")).unspecified(block.has("derived"));
    }

    private @Nullable Range index() {
        var index = block.optional("index");
        return index == null ? null : Range.valueOf(index);
    }

    private String split() {
        var split = block.optional("split");
        return split == null ? "" : split;
    }

    private ScopeType scope() {
        return block.has("inherited") ? ScopeType.INHERIT : ScopeType.LOCAL;
    }

    private Class<?>[] types() {
        var names = block.all("type");
        if (names.length == 0) {
            return NO_TYPES;
        }
        var types = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            types[i] = type(names[i]);
        }
        return types;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
