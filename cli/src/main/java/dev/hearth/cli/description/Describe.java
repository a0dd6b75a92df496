package dev.hearth.cli.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the build runs once the classes are there: puts its description beside the class of each command. */
public final class Describe {
    private Describe() {}

    /** Describes the commands among the classes below the directory that is the first argument. */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        for (var type : described(classes)) {
            var file = classes.resolve(type.getName().replace('.', '/') + DescribedCommands.SUFFIX);
            var description = AnnotationReader.read(type);
            if (description.isPresent()) {
                Files.writeString(file, Block.render(description.get()));
            } else {
                Files.deleteIfExists(file);
            }
        }
    }

    /** {@return the commands, and the classes of options that they have} */
    private static Set<Class<?>> described(Path classes) throws IOException {
        var waiting = new ArrayDeque<Class<?>>();
        try (var files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> type(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> type.isAnnotationPresent(Command.class))
                    .forEach(waiting::add);
        }
        var described = new HashSet<Class<?>>();
        while (!waiting.isEmpty()) {
            var type = waiting.remove();
            if (described.add(type)) {
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(Mixin.class))
                        .forEach(field -> waiting.add(field.getType()));
            }
        }
        return described;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Describe.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
