package dev.hearth.cli.os;

import dev.hearth.core.process.Processes;
import dev.hearth.os.health.BootHealth;
import dev.hearth.os.health.HealthUnits;
import dev.hearth.os.program.SystemUnits;
import java.nio.file.Path;

/**
 * What judges the boots of this host.
 *
 * @param root of its file system
 * @param system how the system comes to run hearth
 */
public record HostHealth(Path root, BootHealth judge, HealthUnits units, SystemUnits system, Processes processes) {

    /**
     * {@return that of a base}
     *
     * @throws HealthOfAnother when it is one in a directory, which nothing here boots
     */
    static HostHealth of(ChosenBase base) {
        if (!base.isHost()) {
            throw new HealthOfAnother();
        }
        return base.health();
    }
}
