package dev.hearth.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change that set-up makes to the host, with all that is needed to take it back. */
public sealed interface Step {

    /** {@return what it does, as an imperative without a final period} */
    String sentence();

    /** {@return what taking it back does, likewise} */
    String undoSentence();

    /** {@return whether only root can do it} */
    default boolean needsRoot() {
        return true;
    }

    /**
     * Installs packages.
     *
     * @param added those that were not there before, with all that they bring along; empty in a plan
     */
    record InstallPackages(PackageManager manager, List<String> packages, List<String> added) implements Step {
        public InstallPackages {
            packages = List.copyOf(packages);
            added = List.copyOf(added);
        }

        @Override
        public String sentence() {
            return "Install " + String.join(", ", packages) + " with " + manager.word();
        }

        @Override
        public String undoSentence() {
            return "Remove " + String.join(", ", added) + " with " + manager.word();
        }

        InstallPackages withAdded(List<String> names) {
            return new InstallPackages(manager, packages, names);
        }
    }

    /**
     * Writes a file, as its owner.
     *
     * @param purpose what the content is for
     * @param previous what the file held before; absent when it was not there
     */
    record WriteFile(
            Path file,
            String content,
            String purpose,
            Owner owner,
            @Nullable String previous) implements Step {
        @Override
        public String sentence() {
            return "Write '%s' (%s)".formatted(file, purpose);
        }

        @Override
        public String undoSentence() {
            return (previous == null ? "Remove '%s'" : "Restore '%s'").formatted(file);
        }

        @Override
        public boolean needsRoot() {
            return owner.uid() == 0;
        }

        WriteFile withPrevious(@Nullable String text) {
            return new WriteFile(file, content, purpose, owner, text);
        }
    }

    /**
     * Adds a line to the end of a file, as its owner; the rest of the file is the owner's.
     *
     * @param purpose what the line is for
     * @param made whether the file was not there before
     */
    record AddLine(Path file, String line, String purpose, Owner owner, boolean made) implements Step {
        @Override
        public String sentence() {
            return "Add a line to '%s' (%s)".formatted(file, purpose);
        }

        @Override
        public String undoSentence() {
            return "Take that line out of '%s' again".formatted(file);
        }

        @Override
        public boolean needsRoot() {
            return owner.uid() == 0;
        }

        AddLine withMade(boolean whether) {
            return new AddLine(file, line, purpose, owner, whether);
        }

        /** {@return a text with the line at its end} */
        String addedTo(String text) {
            return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
        }

        /** {@return a text without the line} */
        String takenFrom(String text) {
            return text.lines()
                    .filter(each -> !each.equals(line))
                    .map(each -> each + "\n")
                    .collect(Collectors.joining());
        }
    }

    /** Makes a directory that only its owner may enter. */
    record MakeDirectory(Path directory, Owner owner) implements Step {
        @Override
        public String sentence() {
            return "Make '%s' for %s".formatted(directory, owner.name());
        }

        @Override
        public String undoSentence() {
            return "Remove '%s' if it is empty".formatted(directory);
        }
    }

    /**
     * Has systemd start a unit, now and at each boot.
     *
     * @param enabledBefore whether it was started at each boot before
     */
    record StartUnit(String unit, boolean enabledBefore) implements Step {
        @Override
        public String sentence() {
            return "Start " + unit + ", now and at each boot";
        }

        @Override
        public String undoSentence() {
            return "Stop " + unit + (enabledBefore ? "" : " and no longer start it at boot");
        }
    }

    /**
     * Starts Docker's daemon without systemd.
     *
     * @param pidFile where the daemon writes its process id; no other daemon has this one
     */
    record StartDaemon(Path pidFile, Path socket, Path log) implements Step {
        @Override
        public String sentence() {
            return "Start dockerd in the background, with its log in '%s'".formatted(log);
        }

        @Override
        public String undoSentence() {
            return "Stop dockerd";
        }
    }

    /** Gives a user a range of subordinate user and group ids. */
    record AddSubordinateIds(String user, long first, long count) implements Step {
        @Override
        public String sentence() {
            return "Give %s the subordinate ids %s".formatted(user, range());
        }

        @Override
        public String undoSentence() {
            return "Take the subordinate ids %s from %s".formatted(range(), user);
        }

        String range() {
            return first + "-" + (first + count - 1);
        }
    }

    /** Lets a user's services run without a login. */
    record EnableLinger(String user) implements Step {
        @Override
        public String sentence() {
            return "Let the pets of %s run on after logout".formatted(user);
        }

        @Override
        public String undoSentence() {
            return "End what %s has running at logout again".formatted(user);
        }
    }

    /** Lets a user use Docker's socket. */
    record JoinDockerGroup(String user) implements Step {
        @Override
        public String sentence() {
            return "Add %s to the group 'docker'; its members are as good as root on this machine".formatted(user);
        }

        @Override
        public String undoSentence() {
            return "Take %s out of the group 'docker'".formatted(user);
        }
    }
}
