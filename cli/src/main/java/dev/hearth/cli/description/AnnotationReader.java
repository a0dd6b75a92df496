package dev.hearth.cli.description;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Range;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Makes descriptions of annotations, when hearth is built. */
final class AnnotationReader {
    private static final Set<String> HELD = Set.of(
            "name",
            "names",
            "aliases",
            "description",
            "footer",
            "synopsisSubcommandLabel",
            "hidden",
            "paramLabel",
            "arity",
            "index",
            "split",
            "defaultValue",
            "required",
            "scope");

    private AnnotationReader() {}

    /**
     * {@return what the class says; nothing when it uses what descriptions do not hold, such as groups}
     *
     * @throws IllegalStateException when an annotation sets what descriptions do not hold
     */
    static Optional<List<Block>> read(Class<?> type) {
        if (type.getSuperclass() != Object.class) {
            return Optional.empty();
        }
        var blocks = new ArrayList<Block>();
        var command = type.getAnnotation(Command.class);
        if (command != null) {
            blocks.add(command(checked(type, command)));
        }
        for (var field : type.getDeclaredFields()) {
            for (var annotation : field.getAnnotations()) {
                if (!annotation.annotationType().getName().startsWith("picocli.")) {
                    continue;
                }
                switch (annotation) {
                    case Mixin mixin -> blocks.add(member("mixin", field, checked(field, mixin)));
                    case Spec spec -> blocks.add(member("spec", field, checked(field, spec)));
                    case Option option -> blocks.add(option(field, checked(field, option)));
                    case Parameters operand -> blocks.add(operand(field, checked(field, operand)));
                    default -> {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(blocks);
    }

    private static Block command(Command command) {
        var block = new Block("command")
                .put("name", command.name())
                .put("alias", command.aliases())
                .put("description", command.description())
                .put("footer", command.footer())
                .putUnlessEmpty("label", command.synopsisSubcommandLabel());
        return command.hidden() ? block.put("hidden", "yes") : block;
    }

    private static Block member(String kind, Field field, Annotation annotation) {
        Objects.requireNonNull(annotation);
        return new Block(kind).put("field", field.getName());
    }

    private static Block option(Field field, Option option) {
        var block = member("option", field, option).put("name", option.names());
        arity(block, Range.optionArity(field));
        rest(block, field, option.paramLabel(), option.defaultValue(), option.split(), option.scope());
        if (option.hidden()) {
            block.put("hidden", "yes");
        }
        return (option.required() ? block.put("required", "yes") : block).put("description", option.description());
    }

    private static Block operand(Field field, Parameters operand) {
        var block = member("operand", field, operand).putUnlessEmpty("index", operand.index());
        var arity = Range.parameterArity(field);
        arity(block, arity);
        rest(block, field, operand.paramLabel(), operand.defaultValue(), operand.split(), operand.scope());
        if (operand.hidden()) {
            block.put("hidden", "yes");
        }
        return (arity.min() > 0 ? block.put("required", "yes") : block).put("description", operand.description());
    }

    private static void arity(Block block, Range arity) {
        block.put("arity", arity.toString());
        if (arity.isUnspecified()) {
            block.put("derived", "yes");
        }
    }

    private static void rest(
            Block block, Field field, String label, String defaultValue, String split, ScopeType scope) {
        block.put("label", label.isEmpty() ? "<" + field.getName() + ">" : label)
                .putUnlessEmpty("split", split);
        if (!defaultValue.equals(defaultOf(Option.class, "defaultValue"))) {
            block.put("default", defaultValue);
        }
        if (scope == ScopeType.INHERIT) {
            block.put("inherited", "yes");
        }
        if (field.getGenericType() instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(type -> block.put("type", type.getTypeName()));
        }
    }

    private static <A extends Annotation> A checked(Object place, A annotation) {
        for (var attribute : annotation.annotationType().getDeclaredMethods()) {
            if (!HELD.contains(attribute.getName()) && !isDefault(attribute.getName(), annotation)) {
                throw new IllegalStateException(place + " sets '" + attribute.getName() + "' with @"
                        + annotation.annotationType().getSimpleName() + ", which descriptions do not hold");
            }
        }
        return annotation;
    }

    private static boolean isDefault(String attribute, Annotation annotation) {
        try {
            var value = annotation.annotationType().getDeclaredMethod(attribute).invoke(annotation);
            return Objects.deepEquals(value, defaultOf(annotation.annotationType(), attribute));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object defaultOf(Class<? extends Annotation> type, String attribute) {
        try {
            return type.getDeclaredMethod(attribute).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
