package dev.hearth.cli;

import dev.hearth.os.Layering;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the packages of the base belong. */
class OsAdviceTest extends OsFixture {

    @BeforeEach
    void layerPackages() throws IOException {
        var layering = new Layering(
                List.of(), List.of(), List.of("nginx", "htop", "gimp", "gone"), List.of(), List.of(), List.of());
        base.with(NEW.withLayering(OLD.commit(), layering), "booted");
        var flatpak = directory.resolve("deployments/b/usr/bin/flatpak");
        Files.createDirectories(flatpak.getParent());
        Files.writeString(flatpak, "");
        DpkgTree.in(directory.resolve("deployments/b"))
                .with(
                        "nginx",
                        "/usr/sbin/nginx",
                        "/lib/systemd/system/nginx.service",
                        "/lib/systemd/system/nginx-debug.service",
                        "/lib/systemd/system/nginx-upgrade.path",
                        "/etc/init.d/nginx",
                        "/etc/init.d/nginx-debug",
                        "/usr/share/polkit-1/actions/org.nginx.policy")
                .with("htop", "/usr/bin/htop", "/usr/share/applications/htop.desktop")
                .with("gimp", "/usr/bin/gimp", "/usr/share/applications/org.gimp.GIMP.desktop", "/usr/include/gimp.h");
    }

    @Test
    void tellsWhereEachLayerBelongs() {
        golden("os-advise/layered", hearth.run("os", "advise"));
        golden("os-advise/layered-json", hearth.run("os", "advise", "--format=json"));
        golden("os-advise/layered-60", hearth.atTerminal("", 60).run("os", "advise"));
    }

    @Test
    void tellsOfOneThatIsNamed() {
        golden("os-advise/named", hearth.run("os", "advise", "htop"));
        golden("os-advise/missing", hearth.run("os", "advise", "missing"));
    }

    @Test
    void hasNothingToSayWhereNothingIsLayered() {
        var pure = new HearthFixture(directory.resolve("pure"));
        pure.base().with(OLD, "booted");

        golden("os-advise/none", pure.run("os", "advise"));
    }
}
