package dev.hearth.cli.completion;

import java.util.Locale;

/** What can be offered for a word, by the label that its help gives it. */
enum Completable {
    PETS,
    IMAGES,
    DISTROS,
    DEPLOYMENTS,
    REQUESTS,
    EXPORTS,
    FILES,
    COMMANDS,
    WORDS,
    NOTHING;

    static Completable of(String label) {
        return switch (label) {
            case "PET" -> PETS;
            case "IMAGE" -> IMAGES;
            case "DISTRO" -> DISTROS;
            case "DEPLOYMENT" -> DEPLOYMENTS;
            case "REQUEST" -> REQUESTS;
            case "EXPORT" -> EXPORTS;
            case "HOME", "VOLUME", "DEVICE", "FILE", "DIR" -> FILES;
            case "COMMAND" -> COMMANDS;
            case "FORMAT", "WHEN", "ENGINE", "WHAT", "SHELL", "POLICY", "ETC", "KIND" -> WORDS;
            default -> NOTHING;
        };
    }

    /** {@return the words that a label stands for, separated by blanks} */
    static String words(String label) {
        return switch (label) {
            case "FORMAT" -> "table json";
            case "WHEN" -> "auto always never";
            case "ENGINE" -> "docker podman";
            case "WHAT" -> "net ipc pid uts cgroup devices";
            case "SHELL" -> "bash zsh fish";
            case "POLICY" -> "status none check stage apply";
            case "KIND", "EXPORT" -> "app bin service";
            case "ETC" -> "old current merged";
            default -> "";
        };
    }

    /** {@return the argument by which the hidden command is asked} */
    String question() {
        return name().toLowerCase(Locale.ROOT);
    }
}
