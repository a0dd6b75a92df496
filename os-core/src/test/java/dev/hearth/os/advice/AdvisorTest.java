package dev.hearth.os.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Deployment;
import dev.hearth.os.Layering;
import dev.hearth.os.packages.InstalledPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvisorTest {
    private static final Deployment BASE = CannedBase.deployment("a", "42.1", 1);

    @TempDir
    Path directory;

    private CannedBase base;
    private Advisor advisor;

    @BeforeEach
    void layerPackages() throws IOException {
        var layering = new Layering(
                List.of(),
                List.of(),
                List.of("nginx", "htop", "gone"),
                List.of("agent_1.2_all.deb"),
                List.of(),
                List.of());
        base = new CannedBase(directory).with(BASE.withLayering(BASE.commit(), layering), "booted");
        advisor = new Advisor(base, new ScriptedProcesses());
        write("etc/shells", "# comment\n/bin/sh\n");
        write("usr/lib/sysimage/dpkg/status", """
                Package: htop
                Status: install ok installed
                Architecture: amd64
                Version: 3.2

                Package: nginx
                Status: install ok installed
                Architecture: amd64
                Version: 1.22
                Depends: nginx-common (= 1.22), iproute2

                Package: nginx-common
                Source: nginx (1.22)
                Status: install ok installed
                Architecture: all
                Version: 1.22
                Depends: nginx

                Package: iproute2
                Status: install ok installed
                Architecture: amd64
                Version: 6

                Package: agent
                Status: install ok installed
                Architecture: all
                Version: 1.2
                """);
        list("htop", "/.\n/usr\n/usr/bin\n/usr/bin/htop\n");
        list("nginx:amd64", "/usr/sbin/nginx\n");
        list("nginx-common", "/lib/systemd/system/nginx.service\n");
        list("iproute2", "/etc/pam.d/ip\n");
        list("agent", "/usr/bin/agent\n");
        write("usr/bin/agent", "");
        Files.setAttribute(directory.resolve("a/usr/bin/agent"), "unix:mode", 04755);
    }

    @Test
    void judgesAllThatIsLayeredByTheDatabaseOfTheDeployment() {
        var advice = advisor.layered();

        assertThat(advice)
                .containsExactly(
                        layered(
                                "agent_1.2_all.deb",
                                new InstalledPackage("agent", "1.2", "all"),
                                needing(Need.PRIVILEGED_PROGRAM, "/usr/bin/agent", "agent")),
                        layered("gone", null, null),
                        layered(
                                "htop",
                                new InstalledPackage("htop", "3.2", "amd64"),
                                new Judgement(Place.PET, List.of(), new Offers(List.of("htop"), List.of(), false))),
                        layered(
                                "nginx",
                                new InstalledPackage("nginx", "1.22", "amd64"),
                                needing(Need.SYSTEM_UNIT, "/lib/systemd/system/nginx.service", "nginx")));
    }

    private static Advice layered(String request, @Nullable InstalledPackage identity, @Nullable Judgement judgement) {
        return new Advice(request, Advice.Origin.LAYERED, identity, judgement);
    }

    private static Judgement needing(Need need, String file, String program) {
        return new Judgement(
                Place.BASE, List.of(new Evidence(need, List.of(file))), new Offers(List.of(program), List.of(), false));
    }

    @Test
    void tellsWhatIsLayeredFromWhatIsThereWithoutARequest() {
        var advice = advisor.on(List.of("iproute2", "agent"));

        assertThat(advice).extracting(Advice::origin).containsExactly(Advice.Origin.PRESENT, Advice.Origin.LAYERED);
    }

    @Test
    void refusesWhatIsNoPackage() {
        assertThatThrownBy(() -> advisor.on(List.of("missing")))
                .isInstanceOf(NotInBase.class)
                .hasMessage("The base has no package 'missing'");
    }

    @Test
    void judgesAFileThatIsNotInstalled() {
        var file = directory.resolve("it.deb").toString();
        var processes = new ScriptedProcesses()
                .answer("it\n1.0\nall\nit\n,libc6 (>= 2)\n", "dpkg-deb", "--show", """
                        --showformat=${Package}
                        ${Version}
                        ${Architecture}
                        ${source:Package}
                        ${Pre-Depends},${Depends}
                        """, file)
                .answer("""
                        drwxr-xr-x root/root         0 2023-02-26 11:50 ./usr/bin/
                        -rwxr-xr-x root/root    317320 2023-02-26 11:50 ./usr/bin/it
                        lrwxrwxrwx root/root         0 2023-02-26 11:50 ./usr/bin/also -> it
                        """, "dpkg-deb", "--contents", file)
                .answer(2, "", "no such script", "dpkg-deb", "--info", file, "preinst")
                .answer("add-shell /usr/bin/it\n", "dpkg-deb", "--info", file, "postinst");

        var advice = new Advisor(base, processes).on(List.of(file));

        assertThat(advice)
                .containsExactly(new Advice(
                        file,
                        Advice.Origin.FILE,
                        new InstalledPackage("it", "1.0", "all"),
                        new Judgement(
                                Place.BASE,
                                List.of(new Evidence(Need.LOGIN_SHELL, List.of("/usr/bin/it"))),
                                new Offers(List.of("also", "it"), List.of(), false))));
        processes.verify();
    }

    @Test
    void refusesAFileThatIsNoPackage() {
        var processes = new ScriptedProcesses().installed("rpm").answerAny(1);

        assertThatThrownBy(() -> new Advisor(base, processes).on(List.of("./it.rpm")))
                .isInstanceOf(NotAPackage.class);
    }

    private void list(String name, String files) throws IOException {
        write("usr/lib/sysimage/dpkg/info/" + name + ".list", files);
    }

    private void write(String path, String content) throws IOException {
        var file = directory.resolve("a").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
