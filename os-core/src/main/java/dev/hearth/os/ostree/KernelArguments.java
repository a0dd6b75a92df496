package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.InvalidKernelArgument;
import java.util.ArrayList;
import java.util.List;

/** Works out kernel arguments. */
final class KernelArguments {
    private KernelArguments() {}

    /**
     * {@return the arguments after a change, in their order}
     *
     * @throws InvalidKernelArgument when what is to be replaced or deleted is not there, or one cannot be an argument
     */
    static List<String> after(List<String> present, Change.KernelArguments change) {
        var arguments = new ArrayList<>(present);
        for (var argument : change.delete()) {
            int at = find(arguments, argument);
            arguments.remove(at);
        }
        for (var argument : change.replace()) {
            replace(arguments, argument);
        }
        for (var argument : change.append()) {
            requireSound(argument);
            arguments.add(argument);
        }
        return List.copyOf(arguments);
    }

    /** {@code KEY=NEW} replaces the only one with that key, {@code KEY=OLD=NEW} the one that has the old value. */
    private static void replace(List<String> arguments, String text) {
        requireSound(text);
        var parts = text.split("=", 3);
        if (parts.length == 3 && arguments.contains(parts[0] + "=" + parts[1])) {
            arguments.set(arguments.indexOf(parts[0] + "=" + parts[1]), parts[0] + "=" + parts[2]);
        } else {
            arguments.set(find(arguments, parts[0]), text);
        }
    }

    private static int find(List<String> arguments, String text) {
        requireSound(text);
        int exact = arguments.indexOf(text);
        if (exact >= 0) {
            return exact;
        }
        var matching = new ArrayList<Integer>();
        for (int at = 0; at < arguments.size(); at++) {
            if (!text.contains("=") && arguments.get(at).startsWith(text + "=")) {
                matching.add(at);
            }
        }
        return switch (matching.size()) {
            case 0 -> throw InvalidKernelArgument.missing(text);
            case 1 -> matching.getFirst();
            default -> throw InvalidKernelArgument.ambiguous(text);
        };
    }

    private static void requireSound(String argument) {
        if (argument.isEmpty()
                || argument.startsWith("=")
                || !argument.matches("\\P{Cntrl}+")
                || argument.contains(" ")) {
            throw InvalidKernelArgument.malformed(argument);
        }
        if (argument.equals("ostree") || argument.startsWith("ostree=")) {
            throw InvalidKernelArgument.reserved();
        }
    }
}
