package dev.hearth.pets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.FakeContainerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetDevicesTest {
    @TempDir
    private Path directory;

    @Test
    void takesDevicesAndDirectoriesOfThem() {
        assertThatCode(() -> require("/dev/null", "/dev/zero:/dev/nought:r", "/dev"))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesNamesToEnginesThatFindDevicesByThem() {
        var old = new FakeContainerEngine().facts();

        assertThatThrownBy(() -> require("nvidia.com/gpu=all"))
                .isInstanceOf(DeviceMissing.class)
                .hasMessage("Docker 20.10.24 finds no devices by name, such as 'nvidia.com/gpu=all'");
        assertThatCode(() -> new PetDevices(SpecFixtures.account(Path.of("/")), version(old, "25.0.3"))
                        .require(List.of("nvidia.com/gpu=all")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> require("/dev/null", "/dev/it-absent:/dev/x:rw"))
                .isInstanceOf(DeviceMissing.class)
                .hasMessage("There is no device '/dev/it-absent'");
    }

    @Test
    void refusesWhatIsNoDevice() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> require(file.toString()))
                .isInstanceOf(DeviceMissing.class)
                .hasMessage("'" + file + "' is no device");
    }

    private static EngineFacts version(EngineFacts facts, String version) {
        return new EngineFacts(
                facts.kind(),
                version,
                facts.apiVersion(),
                facts.rootless(),
                facts.socket(),
                facts.storage(),
                facts.storageDriver(),
                facts.cgroupVersion(),
                facts.endsByCgroup(),
                facts.seLinux(),
                facts.appArmor(),
                facts.architecture());
    }

    private static void require(String... devices) {
        new PetDevices(SpecFixtures.account(Path.of("/")), new FakeContainerEngine().facts()).require(List.of(devices));
    }
}
