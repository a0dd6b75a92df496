package dev.hearth.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProbeTest {
    private static final String CONF = "/home/ann/.config/containers/";

    @TempDir
    Path root;

    @Test
    void seesADebianWithoutSystemd() throws IOException {
        file("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        file("proc/self/status", "Name:\tjava\nCapBnd:\t000001fffeffffff\n");
        file("proc/sys/user/max_user_namespaces", "96529\n");
        file("proc/filesystems", "nodev\toverlay\n\text4\n");
        file("sys/fs/cgroup/unified/cgroup.controllers", "");
        var processes = new ScriptedProcesses().installed("apt-get");

        assertThat(new HostProbe(root, processes, 0).host()).isEqualTo(Hosts.debianWithoutSystemd());
    }

    @Test
    void seesAnUbuntuWithAppArmor() throws IOException {
        file("etc/os-release", "ID=ubuntu\nVERSION_ID=\"24.04\"\nPRETTY_NAME=\"Ubuntu 24.04 LTS\"\n");
        file("proc/self/status", "CapBnd:\t000001ffffffffff\n");
        file("proc/sys/user/max_user_namespaces", "63451\n");
        file("proc/sys/kernel/unprivileged_userns_clone", "1\n");
        file("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
        file("proc/filesystems", "nodev\toverlay\n");
        file("sys/fs/cgroup/cgroup.controllers", "cpu io memory pids\n");
        file("etc/subuid", "ubuntu:100000:65536\n");
        file("etc/subgid", "ubuntu:100000:65536\n");
        Files.createDirectories(root.resolve("run/systemd/system"));
        var processes = new ScriptedProcesses().installed("apt-get", "newuidmap", "sudo");

        assertThat(new HostProbe(root, processes, 1000).host()).isEqualTo(Hosts.ubuntuWithAppArmor());
    }

    @Test
    void seesASilverblue() throws IOException {
        file("etc/os-release", "ID=fedora\nVERSION_ID=42\nPRETTY_NAME=\"Fedora Linux 42 (Silverblue)\"\n");
        file("proc/self/status", "CapBnd:\t000001ffffffffff\n");
        file("proc/sys/user/max_user_namespaces", "127182\n");
        file("proc/filesystems", "nodev\toverlay\n");
        file("sys/fs/cgroup/cgroup.controllers", "");
        file("etc/subuid", "someone:524288:65536\n");
        file("run/ostree-booted", "");
        Files.createDirectories(root.resolve("run/systemd/system"));
        var processes = new ScriptedProcesses().installed("podman", "crun", "newuidmap", "dnf", "sudo");

        assertThat(new HostProbe(root, processes, 1000).host()).isEqualTo(Hosts.silverblue());
    }

    @Test
    void seesAUserThatUseraddJustMade() throws IOException {
        file("etc/subuid", "ann:100000:65536\n");
        file("etc/subgid", "ann:100000:65536\n");
        var processes = new ScriptedProcesses()
                .answer("ann:x:1001:1001:Ann,,,:/home/ann:/bin/bash\n", "getent", "passwd", "ann")
                .answer(1, "", "", "cat", "--", CONF + "containers.conf.d/hearth.conf")
                .answer(1, "", "", "cat", "--", CONF + "storage.conf")
                .answer("ann\n", "id", "-nG", "ann");

        assertThat(new HostProbe(root, processes, 1001).user("ann")).isEqualTo(Hosts.ann());
        processes.verify();
    }

    @Test
    void readsAUsersFilesAsThatUser() {
        var processes = new ScriptedProcesses()
                .answer("ann:x:1001:1001::/home/ann:/bin/bash\n", "getent", "passwd", "ann")
                .answer(
                        "[engine]\n",
                        "setpriv",
                        "--reuid=1001",
                        "--regid=1001",
                        "--init-groups",
                        "--",
                        "cat",
                        "--",
                        CONF + "containers.conf.d/hearth.conf")
                .answer(
                        "[storage]\n",
                        "setpriv",
                        "--reuid=1001",
                        "--regid=1001",
                        "--init-groups",
                        "--",
                        "cat",
                        "--",
                        CONF + "storage.conf")
                .answer("ann docker\n", "id", "-nG", "ann");

        assertThat(new HostProbe(root, processes, 0).user("ann"))
                .isEqualTo(
                        new TargetUser(Hosts.ANN, Path.of("/home/ann"), false, false, "[engine]\n", true, true, false));
    }

    @Test
    void refusesAUserThatIsNotThere() {
        var processes = new ScriptedProcesses().answer(2, "", "", "getent", "passwd", "bob");

        assertThatThrownBy(() -> new HostProbe(root, processes, 0).user("bob"))
                .isInstanceOf(NoSuchUser.class)
                .hasMessage("There is no user named 'bob' on this host");
    }

    private void file(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
