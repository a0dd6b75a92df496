package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.os.Layering;
import dev.hearth.os.host.PlainHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both sides on one page. */
class StatusTest extends OsFixture {

    @Test
    void showsTheBaseAndThePets() throws IOException {
        layOutBase();
        makePets();

        golden("status/both", hearth.run("status"));
        golden("status/both-json", hearth.run("status", "--format=json"));
        golden("status/both-80", hearth.atTerminal("", 80).run("status"));
    }

    @Test
    void looksIntoPetsWhenItIsAskedTo() throws IOException {
        layOutBase();
        hearth.run("create", "dev", "--image=localhost/hearth/debian:12");
        hearth.engine().container("dev").content().write("/opt/tool", "mine");

        golden("status/drift", hearth.run("status", "--drift"));
        golden("status/drift-json", hearth.run("status", "--drift", "--format=json"));
        hearth.run("snapshot", "dev");
        assertThat(hearth.run("status").out()).containsPattern("dev .*  @1\n");
    }

    @Test
    void showsOneSideWhereTheOtherIsMissing() {
        hearth.ports().keepNone(new PlainHost());
        makePets();

        golden("status/no-base", hearth.run("status"));
        golden("status/no-base-json", hearth.run("status", "--format=json"));
    }

    @Test
    void showsTheBaseWhereNoEngineAnswers() {
        base.with(OLD, "booted");
        hearth.ports().breakWith(new EngineUnreachable(EngineKind.PODMAN, "/run/gone.sock", "refused"));

        golden("status/no-engine", hearth.run("status"));
    }

    @Test
    void saysHowToBegin() {
        base.with(OLD, "booted");

        golden("status/no-pets", hearth.run("status"));
    }

    @Test
    void countsFlatpaks() {
        base.with(OLD, "booted");
        hearth.ports()
                .scripted()
                .answer("org.gimp.GIMP\norg.mozilla.firefox\n", "flatpak", "list", "--app", "--columns=application");

        assertThat(hearth.run("status").out()).contains("Flatpaks: 2\n");
        assertThat(hearth.run("status", "--format=json").out()).contains("\"org.gimp.GIMP\"");
    }

    private void layOutBase() throws IOException {
        var layering = new Layering(List.of(), List.of(), List.of("nginx", "htop"), List.of(), List.of(), List.of());
        base.with(NEW.withLayering(OLD.commit(), layering)).with(OLD, "booted");
        write("b/usr/lib/sysimage/dpkg/status", paragraph("nginx") + paragraph("htop"));
        write("b/usr/lib/sysimage/dpkg/info/nginx.list", "/lib/systemd/system/nginx.service\n");
        write("b/usr/lib/sysimage/dpkg/info/htop.list", "/usr/bin/htop\n");
        write("a/usr/lib/os-release", "ID=debian\nVERSION_ID=13\n");
        write("a/etc/local.conf", "mine\n");
    }

    private void makePets() {
        hearth.run("create", "dev", "--image=localhost/hearth/debian:12", "--package=gcc", "--package=gdb");
        hearth.engine().imageStore().with("localhost/it/other:1");
        hearth.run("create", "other", "--image=localhost/it/other:1");
        hearth.run("stop", "other");
    }

    private static String paragraph(String name) {
        return "Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0\n\n".formatted(name);
    }

    private void write(String path, String content) throws IOException {
        Path file = directory.resolve("deployments").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
