package dev.hearth.os.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Processes;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composes bases with the real ostree, sandbox and package tools. */
class ComposeIT {
    private static final String REF = "it/12/base";

    private final Processes processes = ItHost.processes();

    @TempDir
    private Path directory;

    @BeforeEach
    void begin() {
        Needed.root();
        Needed.programs("ostree", "bwrap", "tar", "mmdebstrap");
    }

    @Test
    void makesTheSameCommitOfTheSameInputs() throws IOException {
        var recipe = small("");

        var one = compose(recipe, "one");
        var other = compose(recipe, "other");

        assertThat(one.changed()).isTrue();
        assertThat(other.commit()).isEqualTo(one.commit());
        assertThat(one.version()).matches("12\\.20[0-9]{6}\\.0");
        assertThat(one.packages()).extracting(InstalledPackage::name).contains("dpkg", "sudo");
    }

    @Test
    void makesNothingOfWhatIsThereAlready() throws IOException {
        var first = compose(small(""), "one");
        var again = compose(small(""), "one");
        assertThat(again.changed()).isFalse();
        assertThat(again.commit()).isEqualTo(first.commit());
        assertThat(again.version()).isEqualTo(first.version());

        Files.writeString(directory.resolve("motd"), "another\n");
        assertThat(composer("one").preview(read(small(""))).changed()).isTrue();
        var next = compose(small(""), "one");
        assertThat(next.version()).endsWith(".1");
        assertThat(repository("one").parent(next.commit())).contains(first.commit());
    }

    @Test
    void laysTheTreeOutForOstree() throws IOException {
        var composed = compose(small("""
                users: [{name: admin, uid: 1000, groups: [sudo]}]
                post: ["echo said >/etc/said", "mkdir -p /var/lib/it && echo kept >/var/lib/it/file"]
                kernel-arguments: [quiet]
                """), "one");

        assertThat(list(composed, "/"))
                .contains("/usr", "/var", "/sysroot", "/usr/etc")
                .doesNotContain("/etc");
        assertThat(list(composed, "/var")).containsExactly("/var");
        assertThat(file(composed, "/usr/etc/motd")).isEqualTo("hello\n");
        assertThat(file(composed, "/usr/etc/said")).isEqualTo("said\n");
        assertThat(file(composed, "/usr/etc/machine-id")).isEmpty();
        assertThat(file(composed, "/usr/etc/passwd")).contains("admin:x:1000:1000::/home/admin:/bin/bash");
        assertThat(file(composed, "/usr/etc/group")).containsPattern("sudo:x:27:.*admin");
        assertThat(file(composed, "/usr/share/factory/var/lib/it/file")).isEqualTo("kept\n");
        assertThat(file(composed, "/usr/lib/bootc/kargs.d/10-recipe.toml")).isEqualTo("kargs = [\"quiet\"]\n");
        assertThat(file(composed, "/usr/lib/tmpfiles.d/hearth-base.conf")).contains("d /var/roothome 0700 0 0 -");
        assertThat(file(composed, "/usr/lib/sysimage/dpkg/status")).contains("Package: sudo");
        assertThat(repository("one").noted(composed.commit(), "hearth.kernel-arguments"))
                .contains("quiet");
    }

    @Test
    void labelsWhatItsPolicyNames() throws IOException {
        var policy = """
                  - {to: /etc/selinux/config, text: "SELINUX=enforcing\\nSELINUXTYPE=it\\n"}
                  - {to: /etc/selinux/it/policy/policy.33, text: what only the kernel reads}
                  - {to: /etc/selinux/it/contexts/files/file_contexts, text: "/.* system_u:object_r:it_t:s0\\n"}
                """;

        var composed = compose(small(policy), "one");

        var listed = repository("one").run("ls", List.of("--xattrs", composed.commit(), "/usr/bin/env"));
        assertThat(listed.out()).contains("'system_u:object_r:it_t:s0'");
    }

    @Test
    void saysWhatFailedAndLeavesTheBranchAsItWas() throws IOException {
        assertThatThrownBy(() -> compose(small("post: [\"echo no such card >&2; exit 3\"]\n"), "one"))
                .isInstanceOf(ComposeFailed.class)
                .hasMessageContaining("no such card");
        assertThat(repository("one").find(REF)).isEmpty();
        assertThat(Files.exists(repository("one").extension().resolve("work"))).isFalse();

        var without = small("").replaceFirst("(?m)^.*vmlinuz.*\\n", "");
        assertThatThrownBy(() -> compose(without, "one")).isInstanceOf(NoKernelInRecipe.class);
        var unable = small("").replaceFirst("(?m)^.*initramfs.*\\n", "");
        assertThatThrownBy(() -> compose(unable, "one"))
                .isInstanceOf(NoInitramfs.class)
                .hasMessageStartingWith("The kernel '6.1.0-it' has no initramfs");
    }

    /** The whole way, from the mirror to an initramfs, twice and independently. */
    @Test
    @Tag("long")
    void makesTheSameCommitOfTheSamePackages() throws IOException {
        var recipe = """
                ref: it/12/base
                base: {distribution: debian, release: bookworm}
                packages: [linux-image-cloud-amd64]
                version: "12.{date}"
                """;

        var one = compose(recipe, "one");
        var other = compose(recipe, "other");

        assertThat(other.commit()).isEqualTo(one.commit());
        assertThat(list(one, "/usr/lib/modules")).anyMatch(path -> path.endsWith("/initramfs.img"));
        assertThat(composer("one").preview(read(recipe)).packages())
                .extracting(InstalledPackage::name)
                .contains("ostree-boot", "dracut");
    }

    /** What needs no mirror: a kernel and an initramfs are only files. */
    private String small(String more) throws IOException {
        var motd = directory.resolve("motd");
        if (!Files.exists(motd)) {
            Files.writeString(motd, "hello\n");
        }
        return """
                ref: it/12/base
                base: {archive: "%s"}
                version: "12.{date}.{number}"
                files:
                  - {to: /usr/lib/modules/6.1.0-it/vmlinuz, text: a kernel}
                  - {to: /usr/lib/modules/6.1.0-it/initramfs.img, text: an initramfs}
                  - {to: /etc/motd, from: motd}
                """.formatted(Debian.archive()) + more;
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
        return RecipeReader.read(Files.writeString(directory.resolve("recipe.yaml"), text));
    }

    private List<String> list(Composed composed, String path) {
        var words = List.of("--nul-filenames-only", "--recursive", composed.commit(), path);
        return List.of(repository("one").run("ls", words).out().split("\0", -1)).stream()
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String file(Composed composed, String path) {
        return repository("one").run("cat", List.of(composed.commit(), path)).out();
    }
}
