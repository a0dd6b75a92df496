package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.nio.file.Path;
import java.util.List;

/** What exports are made of in tests. */
final class ExportFixtures {
    static final PetName DEV = new PetName("dev");
    static final PetName LAB = new PetName("lab");
    static final HearthCall CALL = new HearthCall(Path.of("/opt/hearth/bin/hearth"), null, "docker", null);

    private ExportFixtures() {}

    static ExportPlaces places(Path home) {
        return new ExportPlaces(
                home.resolve("bin"), home.resolve("applications"), home.resolve("icons"), home.resolve("units"));
    }

    /** {@return an app with the usual keys and those lines in its main group} */
    static OfferedApp app(String id, String... lines) {
        var text = "[Desktop Entry]\nType=Application\nName=Gedit\n" + String.join("\n", lines) + "\n";
        return new OfferedApp(id, text, List.of());
    }
}
