package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ExecRequest;
import dev.hearth.guest.GuestFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that somebody wants run in a pet.
 *
 * @param title for people
 * @param script of the pet's shell
 * @param root whether it is run as the pet's root, else as its owner
 * @param directory where it is run, with a session's variables; as the engine runs it when absent
 */
public record Hook(
        String title, String script, boolean root, @Nullable Path directory) {

    /** {@return a command of the pet's shell as its root} */
    public static Hook asRoot(String command) {
        return new Hook(command, command, true, null);
    }

    /** {@return those of several commands} */
    public static List<Hook> asRoot(List<String> commands) {
        return commands.stream().map(Hook::asRoot).toList();
    }

    ExecRequest request(Account owner) {
        var user = root ? "0:0" : owner.uid() + ":" + owner.gid();
        return directory == null
                ? new ExecRequest(user, Map.of(), List.of("/bin/sh", "-c", script))
                // No launcher ends it, so it is no session that is recorded.
                : new ExecRequest(
                        user,
                        Map.of("HEARTH_WORKDIR", directory.toString()),
                        List.of(GuestFiles.RUN.value(), "", "/bin/sh", "-c", script));
    }
}
