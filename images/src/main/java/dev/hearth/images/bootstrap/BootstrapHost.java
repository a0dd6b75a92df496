package dev.hearth.images.bootstrap;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.OsRelease;
import java.nio.file.Path;

/**
 * The machine that images are made on.
 *
 * @param root the directory below which its files are read, which is {@code /} but for tests
 * @param cache hearth's own cache directory
 * @param scratch a directory for temporary files that all users may enter, such as {@code /var/tmp}
 * @param holder what locks call this process, such as {@code process 4711}
 */
public record BootstrapHost(Path root, OsRelease osRelease, Account account, Path cache, Path scratch, String holder) {}
