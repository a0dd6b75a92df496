package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Follows tutorials as they stand on the internet, inside pets. */
@Timeout(value = 15, unit = MINUTES)
class TutorialE2EIT {
    private static final Duration LONG = Duration.ofMinutes(8);

    @Test
    void servesADjangoProjectFromMariadbWithSystemd() throws IOException {
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = hearth.create(TestedEngine.image(), "--init");

            installAndStartMariadb(hearth, pet);
            hearth.run(pet, "django-admin", "startproject", "shop", ".");
            type(hearth, "urls.py", "shop/urls.py");
            type(hearth, "database.py", "shop/settings.py");
            hearth.run(pet, "python3", "manage.py", "migrate");
            var create = "from django.contrib.auth.models import User; User.objects.create_user('ada')";
            hearth.run(pet, "python3", "manage.py", "shell", "-c", create);

            assertThat(pageOf(hearth, pet)).isEqualTo("1 users in mysql\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void debugsAProgramBuiltAgainstAHeaderThatDnfInstalled(TestedEngine engine) throws IOException {
        try (var hearth = InstalledHearth.on(engine);
                var distribution = RpmDistribution.make()) {
            RpmImage.importInto(hearth);
            var pet = hearth.create(RpmImage.NAME);
            var repositories = hearth.append("tutorial.repo", distribution.repositoryFile());
            hearth.run(pet, "sudo", "install", "-Dt", "/etc/yum.repos.d", repositories.toString());

            hearth.run(LONG, pet, "sudo", "dnf", "install", "-y", "gcc", "gdb", "redis", "zlib-devel");
            type(hearth, "checksum.c", "checksum.c");
            hearth.run(pet, "cc", "-g", "-o", "checksum", "checksum.c", "-lz");

            assertThat(hearth.run(pet, "./checksum")).isEqualTo("d862ad69\n");
            assertThat(debug(hearth, pet))
                    .contains("Breakpoint 1, checksum (text=", "$1 = 6\n")
                    .containsPattern("#0 +checksum .*\n#1 .* in main ");
            assertThat(greetingInRedis(hearth, pet)).isEqualTo("PONG\nOK\nhello\n");
        }
    }

    private static void installAndStartMariadb(InstalledHearth hearth, String pet) {
        hearth.run(
                LONG, pet, "sudo", "apt-get", "install", "-y", "mariadb-server", "python3-django", "python3-mysqldb");
        hearth.run(pet, "sudo", "systemctl", "start", "mariadb");
        hearth.run(pet, "sudo", "mariadb", "-e", """
                CREATE DATABASE shop CHARACTER SET utf8mb4;
                CREATE USER 'shop'@'localhost' IDENTIFIED BY 'secret';
                GRANT ALL ON shop.* TO 'shop'@'localhost';
                """);
    }

    /** {@return what the project serves to a program on the host} */
    private static String pageOf(InstalledHearth hearth, String pet) throws IOException {
        var address = "127.0.0.1:" + freePort();
        var server = hearth.start("server.log", pet, "python3", "manage.py", "runserver", "--noreload", address);
        try {
            return fetch(hearth, "http://" + address + "/users");
        } finally {
            Programs.end(server);
        }
    }

    private static String fetch(InstalledHearth hearth, String page) throws IOException {
        // It tries again by itself until the server listens.
        var fetched = new Programs(hearth.person().environment())
                .run(
                        Duration.ofMinutes(1),
                        hearth.directory(),
                        List.of("curl", "-sSf", "--retry", "30", "--retry-delay", "1", "--retry-connrefused", page));
        var log = Files.readString(hearth.directory().resolve("server.log"));
        assertThat(fetched.status()).as("%s%n%s", fetched, log).isZero();
        return fetched.out();
    }

    private static String debug(InstalledHearth hearth, String pet) {
        return hearth.run(
                pet,
                "gdb",
                "--batch",
                "--eval-command=break checksum",
                "--eval-command=run",
                "--eval-command=print length",
                "--eval-command=backtrace",
                "./checksum");
    }

    private static String greetingInRedis(InstalledHearth hearth, String pet) throws IOException {
        var port = Integer.toString(freePort());
        var home = hearth.directory().toString();
        hearth.run(pet, "redis-server", "--port", port, "--dir", home, "--save", "", "--daemonize", "yes");
        // The daemon may listen a moment later than it goes into the background.
        var ping = "until redis-cli -p " + port + " ping 2>&-; do sleep 0.1; done";
        var said = hearth.run(pet, "timeout", "20", "sh", "-c", ping)
                + hearth.run(pet, "redis-cli", "-p", port, "set", "greeting", "hello")
                + hearth.run(pet, "redis-cli", "-p", port, "get", "greeting");
        hearth.run(pet, "redis-cli", "-p", port, "shutdown", "nosave");
        return said;
    }

    /** Has the reader of the tutorial type a text at the end of a file. */
    private static void type(InstalledHearth hearth, String source, String target) throws IOException {
        try (var text = TutorialE2EIT.class.getResourceAsStream("tutorial/" + source)) {
            if (text == null) {
                throw new IllegalArgumentException(source);
            }
            hearth.append(target, new String(text.readAllBytes(), UTF_8));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
