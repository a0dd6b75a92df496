package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.nio.file.Path;
import java.util.List;

/** The real engines, and who uses them. */
enum TestedEngine {
    DOCKER("HEARTH_IT_DOCKER", "docker", "--host"),
    PODMAN("HEARTH_IT_PODMAN", "podman", "--url");

    private final String variable;
    private final String client;
    private final String option;

    TestedEngine(String variable, String client, String option) {
        this.variable = variable;
        this.client = client;
        this.option = option;
    }

    /** {@return where it answers, such as {@code unix:///run/docker.sock}} */
    String address() {
        return Needed.variable(variable);
    }

    /** {@return the engine's own client for that address, as the first words of a command} */
    List<String> client(String atAddress) {
        return List.of(client, option, atAddress);
    }

    /** {@return whose pets it holds; root's home is one that nobody else uses} */
    Person person(Path homeOfRoot) {
        return this == DOCKER
                ? Person.named("root").withHome(homeOfRoot)
                : Person.named(Needed.variable("HEARTH_IT_USER"));
    }

    /** {@return an image of a whole Debian that it has} */
    static String image() {
        return Needed.find("HEARTH_IT_IMAGE").orElse("localhost/hearth-it/debian:12");
    }
}
