package dev.hearth.os.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Processes;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.layer.LayerFailed;
import dev.hearth.os.layer.RpmFile;
import dev.hearth.os.layer.RpmRepository;
import dev.hearth.os.layer.RpmSystem;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Composes bases of RPM packages with the real dnf, rpm, sandbox and ostree. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DnfComposeIT {
    private static final String REF = "it/12/base";
    private static final String MODULES = "/usr/lib/modules/6.1.0-it/";
    private static final RpmFile KERNEL =
            RpmFile.of("it-kernel", "6.1").file(MODULES + "vmlinuz").file(MODULES + "initramfs.img");
    /** The small distribution has no package that owns the link. */
    private static final RpmFile SHELL =
            RpmFile.of("it-shell", "1.0").tag("Provides: /bin/sh").tag("Requires: base-passwd bash coreutils passwd");

    private static final RpmFile TOOL = RpmFile.of("it-tool", "1.0")
            .tag("Requires: it-library")
            .tag("Recommends: it-extra")
            .script("%pre\ngroupadd --system it-group")
            .script("""
                    %post
                    echo $HOME $KERNEL_INSTALL_BYPASS $(ls /run) $(stat -c %a /) >/usr/lib/it-said
                    pattern=/proc/sys/kernel/core_pattern
                    if (read -r kept <$pattern && echo "$kept" >$pattern) 2>/dev/null; then
                        echo writes what the kernel runs >>/usr/lib/it-said
                    fi""");

    private final Processes processes = ItHost.processes();

    @TempDir
    private Path directory;

    private RpmRepository repository;
    private Path key;
    private Path recipes;

    @BeforeEach
    void begin() throws IOException {
        Needed.root();
        Needed.programs("ostree", "bwrap", "tar", "dnf-3", "rpm", "rpmbuild", "rpmsign", "createrepo_c", "gpg");
        recipes = directory;
        repository = RpmRepository.open(directory);
        key = repository.addSigned(KERNEL, SHELL, TOOL, RpmFile.of("it-library", "2.0"), RpmFile.of("it-extra", "1.0"));
        repository.publish();
    }

    @AfterEach
    void end() {
        repository.close();
    }

    @Test
    void makesTheSameCommitOfTheSamePackages() throws IOException {
        var one = compose(recipe("it-tool"), "one");
        recipes = Files.createDirectory(directory.resolve("elsewhere"));
        Files.copy(key, recipes.resolve(key.getFileName()));
        var other = compose(recipe("it-tool"), "other");

        assertThat(one.changed()).isTrue();
        assertThat(other.commit()).isEqualTo(one.commit());
        assertThat(one.version()).matches("12\\.20[0-9]{6}\\.0");
        assertThat(one.packages())
                .contains(new InstalledPackage("it-library", "2.0-1", "noarch"))
                .extracting(InstalledPackage::name)
                .contains("bash", "it-kernel")
                .doesNotContain("it-extra", "gpg-pubkey");
    }

    @Test
    void laysTheTreeOutForOstree() throws IOException {
        var composed = compose(recipe("it-tool"), "one");

        var tree = checkOut(composed);
        assertThat(tree.resolve("usr/lib/it-said")).hasContent("/root 1 755");
        assertThat(tree.resolve("usr/etc/group")).content().containsPattern("(?m)^it-group:");
        assertThat(tree.resolve("usr/etc/motd")).hasContent("hello");
        assertThat(tree.resolve("var")).isEmptyDirectory();
        assertThat(tree.resolve("usr/lib/opt/it-tool/version")).hasContent("1.0");
        assertThat(tree.resolve("usr/etc/yum.repos.d/it.repo")).hasContent("""
                [it]
                name=it
                baseurl=%s/
                enabled=1
                gpgcheck=1
                gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-it
                """.formatted(repository.address()));
        assertThat(tree.resolve("usr/etc/pki/rpm-gpg/RPM-GPG-KEY-it")).hasSameTextualContentAs(key);
    }

    @Test
    void keepsADatabaseThatIsReadWhereNothingCanBeWritten() throws IOException {
        var composed = compose(recipe("it-tool"), "one");

        var tree = checkOut(composed);
        assertThat(tree.resolve("usr/lib/sysimage/rpm"))
                .isDirectoryNotContaining(file -> !file.endsWith("rpmdb.sqlite"));
        assertThat(new PackageDatabase(processes).read(tree).packages())
                .containsExactlyInAnyOrderElementsOf(composed.packages());
        var database = "--dbpath=/usr/lib/sysimage/rpm";
        assertThat(ItHost.run("bwrap", "--ro-bind", tree.toString(), "/", "rpm", database, "--query", "it-tool"))
                .isEqualTo("it-tool-1.0-1.noarch\n");
    }

    @Test
    void listsWhatWouldComeInAndMakesNothing() throws IOException {
        var outlook = composer("one").preview(read(recipe("it-tool")));

        assertThat(outlook.changed()).isTrue();
        assertThat(outlook.present()).isEmpty();
        assertThat(outlook.packages())
                .contains(
                        new InstalledPackage("it-tool", "1.0-1", "noarch"),
                        new InstalledPackage("it-library", "2.0-1", "noarch"));
        assertThat(directory.resolve("one")).doesNotExist();
        assertThat(compose(recipe("it-tool"), "one").packages()).hasSameElementsAs(outlook.packages());
    }

    @Test
    void usesWhatItFetchedAndInstalledBefore() throws IOException {
        var first = compose(recipe("it-tool"), "one");
        repository.withdraw(KERNEL);
        repository.withdraw(TOOL);

        assertThat(compose(recipe("it-tool"), "one"))
                .isEqualTo(new Composed(REF, first.commit(), first.version(), false, first.packages()));
        assertThat(compose(recipe("it-tool") + "kernel-arguments: [quiet]\n", "one")
                        .version())
                .endsWith(".1");
        assertThat(compose(recipe("it-tool, it-extra"), "one").packages())
                .extracting(InstalledPackage::name)
                .contains("it-extra");
        assertThatThrownBy(() -> compose(recipe("it-tool"), "other")).isInstanceOf(LayerFailed.class);
    }

    @Test
    void saysWhichPackageThereIsNot() {
        assertThatThrownBy(() -> compose(recipe("it-nowhere"), "one"))
                .isInstanceOf(LayerFailed.class)
                .hasMessage("No source has a package it-nowhere");
        assertThat(repository("one").find(REF)).isEmpty();
    }

    @Test
    void takesNoPackageThatIsNotSigned() throws IOException {
        repository.add(RpmFile.of("it-unsigned", "1.0"));
        repository.publish();

        assertThatThrownBy(() -> compose(recipe("it-unsigned"), "one"))
                .isInstanceOf(LayerFailed.class)
                .hasMessage("Package it-unsigned-1.0.rpm is not signed");
    }

    @Test
    void takesNoPackageThatAnotherKeySigned() throws IOException {
        var other = Files.createDirectory(directory.resolve("other-provider"));
        try (var theirs = RpmRepository.open(other)) {
            key = theirs.addSigned(RpmFile.of("it-other", "1.0"));

            assertThatThrownBy(() -> compose(recipe("it-tool"), "one"))
                    .isInstanceOf(LayerFailed.class)
                    .hasMessageContaining("it-");
        }
    }

    @Test
    void saysWhichRepositoryDoesNotAnswer() throws IOException {
        var recipe = recipe("it-tool").replace(repository.address(), repository.address() + "/gone");

        assertThatThrownBy(() -> compose(recipe, "one"))
                .isInstanceOf(LayerFailed.class)
                .hasMessageStartingWith("Failed to download metadata for repo 'it'");
    }

    @Test
    void stopsWhereAScriptFails() throws IOException {
        repository.addSigned(RpmFile.of("it-sloppy", "1.0").script("%post\nexit 3"));
        repository.publish();

        assertThatThrownBy(() -> compose(recipe("it-sloppy"), "one"))
                .isInstanceOf(LayerFailed.class)
                .hasMessageContaining("scriptlet");
        assertThat(repository("one").find(REF)).isEmpty();
    }

    private String recipe(String packages) {
        return """
                ref: it/12/base
                base:
                  distribution: rpm
                  release: 12
                  repositories:
                    - {id: system, baseurl: "%s", gpgcheck: false}
                    - {id: it, baseurl: "%s/", gpgkey: "%s"}
                packages:
                  [base-files, base-passwd, bash, coreutils, findutils, grep, libc-bin, login, mawk, passwd, rpm, sed,
                   it-kernel, %s]
                version: "12.{date}.{number}"
                files: [{to: /etc/motd, text: "hello\\n"}]
                """.formatted(
                        RpmSystem.directory().resolve("repository").toUri(),
                        repository.address(),
                        directory.relativize(key),
                        packages);
    }

    private Composed compose(String recipe, String name) throws IOException {
        return composer(name).compose(read(recipe), _ -> {});
    }

    private Composer composer(String name) {
        return new Composer(repository(name), Path.of("/"), directory.resolve("cache-" + name), "a test");
    }

    private Repository repository(String name) {
        return new Repository(directory.resolve(name), processes);
    }

    private Recipe read(String text) throws IOException {
        return RecipeReader.read(Files.writeString(recipes.resolve("recipe.yaml"), text));
    }

    private Path checkOut(Composed composed) {
        var tree = directory.resolve("checkout");
        repository("one").run("checkout", List.of(composed.commit(), tree.toString()));
        return tree;
    }
}
