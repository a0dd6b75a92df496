package dev.hearth.frombase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseArchiveTest {
    @TempDir
    Path root;

    @BeforeEach
    void layOut() throws IOException {
        write("usr/bin/tool", "tool");
        write("usr/etc/passwd", "root:x:0:0::/root:/bin/sh\n_apt:x:100:65534::/:/bin/false\n");
        write("usr/etc/group", "root:x:0:\nadm:x:4:\n");
        write("usr/etc/hosts", "127.0.0.1 localhost\n");
        write("etc/hosts", "10.0.0.1 secret\n");
        link("bin", "usr/bin");
        for (var name : new String[] {"home", "opt", "srv"}) {
            link(name, "var/" + name);
        }
        link("root", "var/roothome");
        link("ostree", "sysroot/ostree");
        link("usr/local", "../var/usrlocal");
    }

    @Test
    void undoesWhatIsOfOstree() throws IOException {
        var entries = entries();

        assertThat(entries)
                .containsEntry("etc/hosts", "127.0.0.1 localhost\n")
                .containsEntry("bin", "-> usr/bin")
                .containsEntry("home/", "755")
                .containsEntry("root/", "700")
                .containsEntry("tmp/", "1777")
                .containsEntry("usr/local/bin/", "755")
                .containsEntry("usr/bin/tool", "tool")
                .doesNotContainKeys("usr/etc/", "ostree", "sysroot/");
    }

    @Test
    void writesEachContentOnce() throws IOException {
        Files.createLink(root.resolve("usr/bin/twin"), root.resolve("usr/bin/tool"));

        assertThat(entries()).containsEntry("usr/bin/tool", "tool").containsEntry("usr/bin/twin", "= usr/bin/tool");
    }

    @Test
    void takesPackagesFromWhereTheMachineDoesWithoutPasswords() throws IOException {
        write("usr/etc/apt/sources.list", "deb default\n");
        write("etc/apt/sources.list", "deb mine\n");
        write("etc/apt/auth.conf.d/mine.conf", "password\n");
        write("usr/etc/yum.repos.d/fedora.repo", "[fedora]\n");

        assertThat(entries())
                .containsEntry("etc/apt/sources.list", "deb mine\n")
                .containsEntry("etc/yum.repos.d/fedora.repo", "[fedora]\n")
                .doesNotContainKey("etc/apt/auth.conf.d/mine.conf");
    }

    @Test
    void makesAccountsThatNobodyLogsInToByAPassword() throws IOException {
        assertThat(entries())
                .containsEntry("etc/shadow", "root:*:19000:0:99999:7:::\n_apt:*:19000:0:99999:7:::\n")
                .containsEntry("etc/gshadow", "root:*::\nadm:*::\n");
    }

    @Test
    void keepsWhatSudoIsToDo() throws IOException {
        write("usr/etc/sudoers", "default\n");

        assertThat(entries()).containsEntry("etc/sudoers", "default\n");
    }

    @Test
    void putsWhatSudoComesWithInThePlaceOfWhatMayNotBeRead() throws IOException {
        write("usr/etc/sudoers", "default\n");

        assertThat(read(archive(new GuardedFiles(root)::write)))
                .containsEntry("etc/sudoers", "root ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n");
    }

    @Test
    void makesWhatBootingWouldMakeOfVar() throws IOException {
        write("usr/bin/apt-get", "");
        write("usr/lib/sysimage/dpkg/status", "Package: it\n");
        write("usr/share/factory/var/lib/it/seed", "seed");
        write("usr/lib/tmpfiles.d/it.conf", """
                # a comment
                d /var/lib/apt/lists/private 0700 _apt adm - -
                L /var/lib/dpkg - - - - ../../usr/lib/sysimage/dpkg
                C /var/lib/it - - - -
                d /var/%m 0755 - - -
                d /run/it 0755 - - -
                """);

        assertThat(entries())
                .containsEntry("var/lib/apt/lists/private/", "700 100:4")
                .containsEntry("var/lib/apt/lists/partial/", "755")
                .containsEntry("var/lib/dpkg", "-> ../../usr/lib/sysimage/dpkg")
                .containsEntry("var/lib/it/seed", "seed")
                .containsEntry("var/tmp/", "1777")
                .containsEntry("var/run", "-> ../run")
                .doesNotContainKeys("run/it/", "var/%m/");
    }

    @Test
    void linksToPackagesInOpt() throws IOException {
        write("usr/lib/opt/vendor/agent", "agent");

        assertThat(entries()).containsEntry("opt/vendor", "-> ../usr/lib/opt/vendor");
    }

    private Map<String, String> entries() throws IOException {
        var out = new ByteArrayOutputStream();
        new BaseArchive(root).write(out);
        return read(out.toByteArray());
    }

    private interface Writing {
        void to(RootEntries entries) throws IOException;
    }

    private static byte[] archive(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            writing.to(new RootEntries(tar));
        }
        return out.toByteArray();
    }

    /** {@return what an archive has: a file's content, a link's target, or a directory's mode and owner} */
    private static Map<String, String> read(byte[] archive) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var text = text(entry, tar);
                assertThat(entries.put(entry.getName(), text)).isNull();
            }
        }
        return entries;
    }

    private static String text(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        if (entry.isSymbolicLink()) {
            return "-> " + entry.getLinkName();
        }
        if (entry.isLink()) {
            return "= " + entry.getLinkName();
        }
        if (!entry.isDirectory()) {
            return new String(tar.readAllBytes(), UTF_8);
        }
        var owner = entry.getLongUserId() + ":" + entry.getLongGroupId();
        return Integer.toOctalString(entry.getMode() & 07777) + (owner.equals("0:0") ? "" : " " + owner);
    }

    private void write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }
}
