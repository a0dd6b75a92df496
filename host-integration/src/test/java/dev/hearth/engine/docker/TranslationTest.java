package dev.hearth.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.failure.Failure;
import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.ContainerNotRunning;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineForbidden;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.NameTaken;
import dev.hearth.engine.PortForRoot;
import dev.hearth.engine.PortTaken;
import dev.hearth.engine.ProgramNotInImage;
import dev.hearth.engine.RenameNeedsStop;
import dev.hearth.engine.SubordinateIdsMissing;
import dev.hearth.engine.http.CannotConnect;
import dev.hearth.engine.json.Json;
import dev.hearth.images.DigestMismatch;
import dev.hearth.images.ImageInUse;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.LoginRequired;
import dev.hearth.images.NoSpaceForImage;
import dev.hearth.images.PlatformNotOffered;
import dev.hearth.images.RegistryUnreachable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Docker 20.10 and Podman 4.3 say, as recorded, and what hearth makes of it. */
class TranslationTest {
    private static final String ID = "e02063a97c8af337de20eacfd7e89d148b77f04c5feebcc23cfc13dbb2ace86f";
    private static final Translation DOCKER = new Translation(EngineKind.DOCKER, Path.of("/run/docker.sock"), "ada");

    @ParameterizedTest
    @MethodSource
    void tellsWhatWentWrongWithAContainer(String said, Failure expected) {
        var task = Task.onContainer("start the container", "web").from("debian:12");

        assertSame(DOCKER.refusal(task, Json.write(Map.of("message", said))), expected);
    }

    static Stream<Arguments> tellsWhatWentWrongWithAContainer() {
        return Stream.of(
                Arguments.of(
                        "Conflict. The container name \"/web\" is already in use by container \"" + ID
                                + "\". You have to remove (or rename) that container to be able to reuse that name.",
                        new NameTaken("web")),
                Arguments.of(
                        "container create: creating container storage: the container name \"web\" is already in use by "
                                + ID + ". You have to remove that container to be able to reuse that name: that name is"
                                + " already in use",
                        new NameTaken("web")),
                Arguments.of(
                        "renaming container " + ID + ": name it-1 already in use, cannot rename container " + ID
                                + ": container already exists",
                        new NameTaken("it-1")),
                Arguments.of("No such container: ffffffffffff", new ContainerGone("web")),
                Arguments.of(
                        "no container with name or ID \"ffffffffffff\" found: no such container",
                        new ContainerGone("web")),
                Arguments.of("Container " + ID + " is not running", new ContainerNotRunning("web")),
                Arguments.of(
                        "can only create exec sessions on running containers: container state improper",
                        new ContainerNotRunning("web")),
                Arguments.of(
                        "failed to create shim task: OCI runtime create failed: runc create failed: unable to start"
                                + " container process: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown",
                        new ProgramNotInImage("debian:12", "/bin/sh")),
                Arguments.of(
                        "runc: runc create failed: unable to start container process: exec: \"sh\": executable file not"
                                + " found in $PATH: OCI runtime attempted to invoke a command that was not found",
                        new ProgramNotInImage("debian:12", "sh")),
                Arguments.of(
                        "rootlessport listen tcp 0.0.0.0:8081: bind: address already in use", new PortTaken("8081")),
                Arguments.of(
                        "driver failed programming external connectivity on endpoint web (0123): Bind for 0.0.0.0:8080"
                                + " failed: port is already allocated",
                        new PortTaken("8080")),
                Arguments.of(
                        "rootlessport cannot expose privileged port 81, you can add"
                                + " 'net.ipv4.ip_unprivileged_port_start=81' to /etc/sysctl.conf (currently 1024), or"
                                + " choose a larger port number (>= 1024): listen tcp 0.0.0.0:81: bind: permission"
                                + " denied",
                        new PortForRoot("81")),
                Arguments.of("sandbox " + ID + " not found", new RenameNeedsStop(EngineKind.DOCKER, "web")),
                Arguments.of("No such image: debian:12", new ImageNotFound("debian:12")),
                Arguments.of("debian:12: image not known", new ImageNotFound("debian:12")),
                Arguments.of(
                        "mkdir /var/lib/docker/overlay2/5a0a: no space left on device",
                        new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker/overlay2/5a0a")),
                Arguments.of(
                        "potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for"
                                + " /etc/gshadow): Check /etc/subuid and /etc/subgid",
                        new SubordinateIdsMissing("ada")),
                Arguments.of(
                        "something else\u001b[31m",
                        new EngineRefused(EngineKind.DOCKER, "start the container 'web'", "something else[31m")));
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatWentWrongWithAPull(String said, Failure expected) {
        var task = Task.onImage("pull the image", "quay.io/a/b:1").with("quay.io");

        assertSame(DOCKER.refusal(task, said), expected);
    }

    static Stream<Arguments> tellsWhatWentWrongWithAPull() {
        var noHost = "Get \"https://quay.io/v2/\": dial tcp: lookup quay.io: no such host";
        var wrong = "filesystem layer verification failed for digest sha256:0123";
        return Stream.of(
                Arguments.of(noHost, new RegistryUnreachable("quay.io", noHost)),
                Arguments.of("EOF", new RegistryUnreachable("quay.io", "EOF")),
                Arguments.of(wrong, new DigestMismatch("quay.io/a/b:1", wrong)),
                Arguments.of(
                        "no matching manifest for linux/arm64/v8 in the manifest list entries",
                        PlatformNotOffered.byRegistry("quay.io/a/b:1")),
                Arguments.of(
                        "choosing an image from manifest list docker://quay.io/a/b:1: no image found in manifest list"
                                + " for architecture arm64, variant \"\", OS linux",
                        PlatformNotOffered.byRegistry("quay.io/a/b:1")),
                Arguments.of(
                        "manifest for quay.io/a/b:1 not found: manifest unknown: manifest unknown",
                        new ImageNotFound("quay.io/a/b:1")),
                Arguments.of(
                        "pull access denied for a/b, repository does not exist or may require 'docker login': denied:"
                                + " requested access to the resource is denied",
                        new ImageNotFound("quay.io/a/b:1")),
                Arguments.of(
                        "unauthorized: access to the requested resource is not authorized",
                        new LoginRequired("quay.io/a/b:1", "quay.io")),
                Arguments.of(
                        "write /var/lib/docker/tmp/GetImageBlob1: no space left on device",
                        new NoSpaceForImage("quay.io/a/b:1")));
    }

    @Test
    void saysWhoUsesAnImage() {
        var task = Task.onImage("remove the image", "web:1");

        assertSame(
                DOCKER.refusal(
                        task,
                        "conflict: unable to remove repository reference \"web:1\" (must force) - container"
                                + " 123456789abc is using its referenced image e03737701730"),
                new ImageInUse("web:1", "123456789abc"));
        assertSame(
                DOCKER.refusal(task, "image used by " + ID + ": image is in use by a container"),
                new ImageInUse("web:1", "e02063a97c8a"));
    }

    @Test
    void saysWhatTheDockerGroupMeansWhenTheSocketIsForbidden() {
        var forbidden = new CannotConnect(CannotConnect.Cause.FORBIDDEN, new IOException("denied"));

        assertSame(
                DOCKER.lost(Task.of("list containers"), forbidden),
                new EngineForbidden(
                        EngineKind.DOCKER,
                        "/run/docker.sock",
                        "Have an administrator run `usermod --append --groups docker ada` and log in again; whoever is"
                                + " in that group can become root on this machine. Rootless Podman needs no such"
                                + " group."));
    }

    private static void assertSame(Failure actual, Failure expected) {
        assertThat(actual)
                .hasSameClassAs(expected)
                .hasMessage(expected.message())
                .extracting(Failure::hint)
                .isEqualTo(expected.hint());
    }
}
