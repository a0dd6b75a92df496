package dev.hearth.cli.pets;

import dev.hearth.core.failure.Failure;

/** Two options, or an option and the lack of another, contradict each other. */
public final class ConflictingOptions extends Failure.Invalid {
    private ConflictingOptions(String message, String hint) {
        super(message, hint);
    }

    /** {@return the failure for two ways to say what a pet is to be made of} */
    public static ConflictingOptions imageAndDistribution() {
        return new ConflictingOptions(
                "An image and a distribution or release cannot both be asked for",
                "Use `--image` alone, or `--distro` and `--release`.");
    }

    /** {@return the failure for a project's own image and another one} */
    static ConflictingOptions projectAndImage() {
        return new ConflictingOptions(
                "The project says what its pet is made of",
                "Leave `--devcontainer` out, or the options that say what else to make it of.");
    }

    /** {@return the failure for something allowed that nobody asks for} */
    static ConflictingOptions allowedForNothing() {
        return new ConflictingOptions(
                "`--allow` answers what a project asks for, and there is none",
                "Add `--devcontainer`, or leave it out.");
    }

    /** {@return the failure for the base and anything else that a pet is to be made of} */
    public static ConflictingOptions baseAndImage() {
        return new ConflictingOptions(
                "A pet of the base is of no other image, distribution, release or platform",
                "Leave `--from-base` out, or the options that say what else to make it of.");
    }

    /** {@return the failure for a sysroot that nothing is made of} */
    public static ConflictingOptions sysrootWithoutBase() {
        return new ConflictingOptions(
                "A sysroot is only asked for where a pet is made of the base",
                "Add `--from-base`, or leave `--sysroot` out.");
    }

    /** {@return the failure for a pet that is to be made anew of what nobody names} */
    public static ConflictingOptions ofNothing() {
        return new ConflictingOptions(
                "Nothing says what to make the pet of", "Use `--image`, `--distro`, `--release` or `--from-base`.");
    }

    /** {@return the failure for a release of a distribution that nobody knows} */
    public static ConflictingOptions releaseOfNothing(String image) {
        return new ConflictingOptions(
                "A release says nothing for a pet of '" + image + "', which is of no distribution that hearth knows",
                "Add `--distro`, or use `--image`.");
    }

    static ConflictingOptions portsOfTheHost() {
        return new ConflictingOptions(
                "Ports can only be published by a pet with a network of its own",
                "Add `--unshare=net`; without it, what listens in the pet listens on the host.");
    }

    static ConflictingOptions autostartForOneSession() {
        return new ConflictingOptions(
                "A pet for one session cannot start at login as well",
                "Leave `--autostart` out, or make a pet that stays with `hearth create`.");
    }

    static ConflictingOptions oneThingOnTheHost() {
        return new ConflictingOptions(
                "`hearth host` takes a command, or options about links, or `--log`, and one of these at a time",
                "`hearth host --help` shows examples.");
    }

    static ConflictingOptions defaultAndNone() {
        return new ConflictingOptions(
                "A pet cannot be made the default and the default taken back at once",
                "Name a pet, or use `--unset` alone.");
    }

    /** {@return the failure for a command about one pet or all of them} */
    public static ConflictingOptions petAndAll() {
        return new ConflictingOptions("A pet and `--all` exclude each other", "Leave one of them out.");
    }

    /** {@return the failure for two options of which one says the opposite of the other} */
    public static ConflictingOptions setAndTaken(String set, String taken) {
        return new ConflictingOptions(
                "`--%s` and `--%s` exclude each other".formatted(set, taken), "Leave one of them out.");
    }
}
