package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import dev.hearth.images.recipe.BootstrapMethod;
import dev.hearth.images.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Makes real root file systems with dnf, from a repository of one package that stands for all. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DnfBootstrapIT {
    private BootstrapRun run;
    private Path host;

    @BeforeEach
    void makeAHostWithARepository() throws Exception {
        Needed.programs("dnf", "rpmbuild", "createrepo_c", "newuidmap", "setpriv", "useradd");
        Needed.root();
        run = BootstrapRun.open();
        host = run.directory().resolve("host");
        var repository = repository();
        BootstrapFixture.write(host.resolve("etc/os-release"), "ID=fedora\nVERSION_ID=44\n");
        BootstrapFixture.write(host.resolve("etc/pki/ca-trust/source/anchors/ours.pem"), "our authority");
        BootstrapFixture.write(host.resolve("etc/yum.repos.d/local.repo"), """
                [local]
                name=local
                baseurl=file://%s
                gpgcheck=0
                """.formatted(repository));
    }

    @AfterEach
    void close() throws IOException {
        run.close();
    }

    @Test
    void makesASystemFromTheHostsRepositories() throws Exception {
        var cache = run.directory().resolve("a cache");

        var printed = BootstrapRun.finished(run.start(List.of(), host, cache, "fedora"));

        assertThat(printed).containsPattern("packages sha256:[0-9a-f]{64}\nstatus 0$");
        requireWholeSystem();
        assertThat(cache.resolve("bootstrap").toFile().list()).containsExactly("lock");
    }

    @Test
    void makesTheSameAsAnOrdinaryUserWhoseHomeIsClosed() throws Exception {
        try (var user = TestUser.create()) {
            run.giveOutcomeTo(user);

            var printed = BootstrapRun.finished(
                    run.start(user.prefix(), host, user.home().resolve(".cache/hearth"), "fedora"));

            assertThat(printed).containsPattern("packages sha256:[0-9a-f]{64}\nstatus 0$");
            requireWholeSystem();
            assertThat(run.scratch()).isEmptyDirectory();
        }
    }

    @Test
    void saysSoWhenTheRepositoryDoesNotAnswer() throws Exception {
        BootstrapFixture.write(
                host.resolve("etc/yum.repos.d/local.repo"),
                "[local]\nname=local\nbaseurl=http://127.0.0.1:9/\nretries=1\ngpgcheck=0\n");
        var cache = run.directory().resolve("cache");

        var printed = BootstrapRun.finished(run.start(List.of(), host, cache, "fedora"));

        assertThat(printed)
                .containsPattern("MirrorUnreachable: The packages of Fedora Linux cannot be fetched: .*\nstatus 1$");
        assertThat(cache.resolve("bootstrap").toFile().list()).containsExactly("lock");
    }

    private void requireWholeSystem() throws Exception {
        var listing =
                BootstrapRun.run("tar", "--numeric-owner", "-tvf", run.outcome().toString());

        assertThat(listing)
                .containsPattern("(?m)^-rwsr-xr-x 0/0 .* \\./usr/bin/passwd$")
                .containsPattern("(?m)^-rw-r--r-- 0/0 .* \\./usr/lib/sysimage/rpm/rpmdb.sqlite$")
                .containsPattern("(?m)^-rw-r--r-- 0/0 .* \\./etc/yum.repos.d/local.repo$")
                .containsPattern("(?m)^-rw-r--r-- 0/0 .* \\./etc/pki/ca-trust/source/anchors/ours.pem$")
                .doesNotContain(
                        "./dev/null",
                        "./home",
                        "./var/cache/dnf",
                        run.directory().toString())
                .endsWith("status 0");
    }

    private Path repository() throws Exception {
        var work = run.directory().resolve("rpm");
        var recipe = Recipe.read("fedora").bootstrap();
        var names = recipe instanceof BootstrapMethod.Dnf dnf ? dnf.packages() : List.<String>of();
        var provides = String.join(
                ", ", names.stream().filter(name -> !name.startsWith("/")).toList());
        BootstrapFixture.write(work.resolve("everything.spec"), spec().formatted(provides));
        assertThat(BootstrapRun.run(
                        "rpmbuild",
                        "-bb",
                        "--define=_topdir " + work,
                        "--define=_dbpath " + work.resolve("database"),
                        work.resolve("everything.spec").toString()))
                .endsWith("status 0");
        var repository = work.resolve("RPMS/noarch");
        assertThat(BootstrapRun.run("createrepo_c", repository.toString())).endsWith("status 0");
        assertThat(BootstrapRun.run("chmod", "-R", "a+rX", work.toString())).endsWith("status 0");
        assertThat(Files.isDirectory(repository.resolve("repodata"))).isTrue();
        return repository;
    }

    /** Owns what mounts cover while it is installed, and has a scriptlet that needs two of those. */
    private static String spec() {
        return """
                Name: everything
                Version: 1
                Release: 1
                Summary: All that the recipe names
                License: Apache-2.0
                BuildArch: noarch
                Provides: %s
                %%description
                All that the recipe names.
                %%install
                mkdir -p %%{buildroot}/etc %%{buildroot}/dev %%{buildroot}/proc %%{buildroot}/sys %%{buildroot}/usr/bin
                echo ID=fedora > %%{buildroot}/etc/os-release
                echo x > %%{buildroot}/usr/bin/passwd
                %%post -p <lua>
                assert(io.open("/dev/null", "w")):close()
                assert(io.open("/proc/self/status")):close()
                %%files
                %%dir /dev
                %%dir /proc
                %%dir /sys
                /etc/os-release
                %%attr(4755, root, root) /usr/bin/passwd
                """;
    }
}
