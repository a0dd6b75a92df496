package dev.hearth.cli.e2e;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A program for the inside of a pet: has Testcontainers run a container of the image that is its argument. */
final class ContainerFromPet {
    private ContainerFromPet() {}

    public static void main(String[] arguments) throws Exception {
        try (var container = new GenericContainer<>(DockerImageName.parse(arguments[0]))) {
            container
                    .withImagePullPolicy(_ -> false)
                    .withNetworkMode("host")
                    .withCommand("sleep", "60")
                    .start();
            System.out.print("the container says: "
                    + container.execInContainer("echo", "hello").getStdout());
        }
    }
}
