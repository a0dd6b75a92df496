package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An ordinary user with a closed home, who goes when this is closed. */
record TestUser(String name) implements AutoCloseable {

    static TestUser create() throws IOException {
        var user = new TestUser("it-images-" + Long.toString(System.nanoTime(), 36));
        assertThat(BootstrapRun.run("useradd", "--create-home", user.name)).endsWith("status 0");
        assertThat(BootstrapRun.run("chmod", "0700", user.home().toString())).endsWith("status 0");
        return user;
    }

    Path home() {
        return Path.of("/home", name);
    }

    /** Returns the words that make a command the user's. */
    List<String> prefix() {
        return List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--init-groups", "env", "HOME=" + home());
    }

    @Override
    public void close() throws IOException {
        BootstrapRun.run("userdel", "--remove", name);
    }
}
