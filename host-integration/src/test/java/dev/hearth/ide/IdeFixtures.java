package dev.hearth.ide;

import dev.hearth.exports.HearthCall;
import dev.hearth.pets.PetName;
import java.nio.file.Path;

/** What programs are told in tests. */
public final class IdeFixtures {
    public static final PetName DEV = new PetName("dev");
    public static final PetName LAB = new PetName("lab");
    public static final HearthCall CALL =
            new HearthCall(Path.of("/opt/it's 5%/bin/hearth"), null, "docker", "/opt/java");

    private IdeFixtures() {}
}
