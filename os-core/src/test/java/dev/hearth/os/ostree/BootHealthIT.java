package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Change;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.History;
import dev.hearth.os.PastChange;
import dev.hearth.os.Request;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.health.BootHealth;
import dev.hearth.os.health.HealthChecks;
import dev.hearth.os.health.HealthStore;
import dev.hearth.os.health.Verdict;
import dev.hearth.os.health.Verdict.Kind;
import dev.hearth.os.rollout.ChannelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots of a real sysroot, as far as they can be played: counted by the script, judged by Java, gone back by ostree. */
class BootHealthIT {
    private static final Request REQUEST = new Request("root", "hearth os health run", null);
    private static final Path SCRIPT = Path.of("../cli/src/main/sh/boot-count.sh");

    @TempDir
    private Path directory;

    private TestSysroot sysroot;
    private DeploymentId old;
    private DeploymentId upgraded;

    @BeforeEach
    void upgrade() throws IOException {
        Needed.root();
        Needed.programs("ostree", "setpriv");
        sysroot = new TestSysroot(directory);
        old = first();
        write("etc/hearth/health.yaml", "units: []\n");
        sysroot.commit();
        engine(old).carryOut(new Change.Upgrade(false, false, false, false), _ -> {});
        upgraded = first();
        assertThat(upgraded).isNotEqualTo(old);
    }

    private Path write(String path, String text) throws IOException {
        var file = sysroot.root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void check(String script) throws IOException {
        var file = write("etc/hearth/check/required.d/net", "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private DeploymentId first() {
        return engine(null).status().deployments().getFirst().id();
    }

    private OstreeEngine engine(@Nullable DeploymentId running) {
        return OstreeEngine.of(
                sysroot.sysroot(),
                running == null ? Path.of("/") : sysroot.sysroot().deployment(running),
                sysroot.processes(),
                InstantSource.system(),
                new Caller(0, "process 1"),
                new NoLayers(),
                new MergedConfiguration(
                        new ConfigMerge(sysroot.processes()),
                        new ResolutionStore(new PrivateDirectory(directory.resolve("resolutions"), 0))),
                Shutdown.NONE,
                new ChannelStore(directory.resolve("channels")));
    }

    private BaseOs os() {
        return new BaseOs(engine(first()), new History(directory.resolve("history"), InstantSource.system(), 1));
    }

    /** Starts what the menu starts by default; {@return what the script says of it} */
    private String boot() throws IOException {
        var entry = BootMenu.read(sysroot.sysroot()).items().getFirst().entry().toString();
        var options = entry.lines()
                .filter(line -> line.startsWith("options "))
                .findFirst()
                .orElseThrow();
        write("proc/cmdline", "BOOT_IMAGE=/vmlinuz * quiet " + options.substring("options ".length()) + "\n");
        write("proc/sys/kernel/random/boot_id", UUID.randomUUID() + "\n");
        return count();
    }

    private String count() {
        return sysroot.processes()
                .run(Command.of(
                        "sh", SCRIPT.toAbsolutePath().toString(), sysroot.root().toString()))
                .orThrow()
                .out()
                .strip();
    }

    private Verdict judge() {
        var root = sysroot.root();
        var checks = new HealthChecks(root, 0, sysroot.processes(), _ -> {});
        return new BootHealth(os(), checks, new HealthStore(root), root, InstantSource.system())
                .judge(REQUEST, false, _ -> {});
    }

    @Test
    void bringsTheOldDeploymentBackWhenACheckFailsInThreeBoots() throws IOException {
        check("echo no route; exit 1");

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(boot()).isEqualTo("hearth: This is try " + attempt + " of 3 of this deployment");
            assertThat(judge().kind()).isEqualTo(Kind.TRYING);
            assertThat(first()).isEqualTo(upgraded);
        }
        boot();
        assertThat(judge().kind()).isEqualTo(Kind.BROUGHT_BACK);

        assertThat(first()).isEqualTo(old);
        sysroot.requireSound(os().status().deployments());
        assertThat(os().history().getFirst().result()).isEqualTo(PastChange.Result.DONE);
        assertThat(os().history().getFirst().request().reason()).contains("'net' said: no route");

        // The one that was brought back fails, too, and stays.
        for (int boot = 0; boot < 5; boot++) {
            assertThat(boot()).isEqualTo("hearth: This deployment was kept before");
            assertThat(judge().kind()).isEqualTo(Kind.FAILING);
            assertThat(first()).isEqualTo(old);
        }
    }

    @Test
    void bringsTheOldDeploymentBackWhenBootsComeToNoEnd() throws IOException {
        check("exit 0");
        boot();
        boot();
        assertThat(boot()).isEqualTo("hearth: This is try 3 of 3 of this deployment");
        assertThat(boot()).isEqualTo("hearth: This deployment was not found healthy in 3 boots");

        assertThat(judge().kind()).isEqualTo(Kind.BROUGHT_BACK);
        assertThat(first()).isEqualTo(old);
        sysroot.requireSound(os().status().deployments());
        assertThat(boot()).isEqualTo("hearth: This deployment was kept before");
        assertThat(judge().kind()).isEqualTo(Kind.HEALTHY);
    }

    @Test
    void keepsWhatWasHealthyOnce() throws IOException {
        check("exit 0");
        boot();
        assertThat(judge().kind()).isEqualTo(Kind.HEALTHY);
        check("exit 1");

        for (int boot = 0; boot < 4; boot++) {
            assertThat(boot()).isEqualTo("hearth: This deployment was kept before");
            assertThat(judge().kind()).isEqualTo(Kind.FAILING);
        }
        assertThat(first()).isEqualTo(upgraded);
    }

    /** Cut off between what is written down and what is done: that is done in the next boot. */
    @Test
    void goesBackInTheNextBootWhereThePowerFailed() throws IOException {
        check("exit 1");
        boot();
        judge();
        boot();
        judge();
        boot();
        var journal = sysroot.sysroot().extension();
        DirectoryTree.delete(journal);
        // Nothing can be done to the base: there is a file where its lock has to be.
        Files.writeString(journal, "");
        assertThat(judge().kind()).isEqualTo(Kind.FAILING);
        assertThat(first()).isEqualTo(upgraded);
        Files.delete(journal);

        assertThat(boot()).isEqualTo("hearth: This deployment was not found healthy in 3 boots");
        assertThat(judge().kind()).isEqualTo(Kind.BROUGHT_BACK);
        assertThat(first()).isEqualTo(old);
    }

    @Test
    void countsABootOnceAndAsManyAsAreAllowed() throws IOException {
        write("etc/hearth/health.yaml", "units: []\ntries: 1\n");
        assertThat(boot()).isEqualTo("hearth: This is try 1 of 1 of this deployment");
        assertThat(count()).isEqualTo("hearth: This is try 1 of 1 of this deployment");

        assertThat(boot()).isEqualTo("hearth: This deployment was not found healthy in 1 boots");
    }

    @Test
    void countsNoBootThatItDoesNotKnow() throws IOException {
        boot();
        write("proc/cmdline", "root=LABEL=root quiet\n");

        var finished = sysroot.processes()
                .run(Command.of(
                        "sh", SCRIPT.toAbsolutePath().toString(), sysroot.root().toString()));
        assertThat(finished.status()).isEqualTo(1);
        assertThat(finished.err()).startsWith("hearth: It cannot be told which deployment this boot is of");
    }
}
