package dev.hearth.exports;

import static dev.hearth.exports.ExportFixtures.CALL;
import static dev.hearth.exports.ExportFixtures.DEV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceUnitTest {
    private static final String REDIS = """
            [Unit]
            Description=Advanced key-value store
            After=network.target

            [Service]
            Type=notify
            ExecStartPre=-/bin/mkdir -p /run/redis
            ExecStart=/usr/bin/redis-server /etc/redis/redis.conf \\
              --supervised systemd
            ExecReload=/bin/kill -s HUP $MAINPID
            TimeoutStopSec=0
            Restart=always
            User=redis
            Environment="A=b c" "D=$e"
            WorkingDirectory=/var/lib/redis
            PrivateTmp=yes

            [Install]
            WantedBy=multi-user.target
            """;

    @TempDir
    private Path home;

    private Exports exports;

    @BeforeEach
    void startAfresh() {
        exports = new Exports(ExportFixtures.places(home));
    }

    @Test
    void hasASystemsUnitRunInItsPet() {
        var inPet = "/opt/hearth/bin/hearth --engine docker run -c dev -- sudo -n -u redis -- env"
                + " --chdir=/var/lib/redis \"A=b c\" \"D=$$e\" ";

        var export = exports.service(DEV, new OfferedUnit("redis-server", true, REDIS), null, CALL);

        assertThat(export.file()).hasFileName("redis-server.service").hasContent("""
                # X-Hearth-Pet=dev
                # X-Hearth-Export=redis-server.service
                # Runs a service of a pet; `hearth unexport service` takes it back.
                [Unit]
                Description=Advanced key-value store (dev)

                [Service]
                Type=exec
                KillMode=mixed
                ExecStartPre=-%1$s/bin/mkdir -p /run/redis
                ExecStart=%1$s/usr/bin/redis-server /etc/redis/redis.conf --supervised systemd
                Restart=always
                TimeoutStopSec=0
                Environment="A=b c" "D=$e"

                [Install]
                WantedBy=default.target
                """.formatted(inPet));
    }

    @Test
    void runsAUsersUnitAsTheUser() {
        var unit = "[Service]\nExecStart=/bin/old\nExecStart=\nExecStart=:/bin/new %h\n";

        assertThat(exports.service(DEV, new OfferedUnit("x", false, unit), new ExportName("y"), CALL)
                        .file())
                .hasFileName("y.service")
                .content()
                .contains(
                        "\nType=simple\n",
                        "\nExecStart=:/opt/hearth/bin/hearth --engine docker run -c dev -- /bin/new %h\n")
                .doesNotContain("/bin/old");
    }

    @ParameterizedTest
    @CsvSource({
        "Type=forking, 'it goes into the background, where its pet''s end would not be seen'",
        "Type=dbus, 'it is ready with a name on a bus, which would be started on the host'",
        "BusName=a.b, 'it is ready with a name on a bus, which would be started on the host'",
        "Type=magic, 'its type ''magic'' is unknown'",
        "EnvironmentFile=-/etc/default/x, 'a file of the pet has its environment, which systemd would look for on the host'",
        "ExecStart=@/bin/x y, 'it is started by another name than its program''s'",
        "ExecStart=, 'its unit starts no program'"
    })
    void refusesWhatCannotWorkFromOutside(String line, String reason) {
        var service = new OfferedUnit("x", true, "[Service]\nExecStart=/bin/x\n" + line + "\n");

        assertThatThrownBy(() -> exports.service(DEV, service, null, CALL))
                .isInstanceOf(UnsuitedUnit.class)
                .hasMessage("The service 'x' cannot be exported: " + reason);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void takesWhatEnabledAUnitAlong() throws IOException {
        var unit = exports.service(DEV, new OfferedUnit("x", false, "[Service]\nExecStart=/bin/x\n"), null, CALL)
                .file();
        var wants = Files.createDirectories(home.resolve("units/default.target.wants"));
        var link = Files.createSymbolicLink(wants.resolve("x.service"), unit);
        var other = Files.createSymbolicLink(wants.resolve("y.service"), unit);

        exports.remove(ExportKind.SERVICE, "x", null);

        assertThat(unit).doesNotExist();
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(Files.isSymbolicLink(other)).isTrue();
    }
}
