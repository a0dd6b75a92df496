package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdeCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void makeAPet() {
        hearth = new HearthFixture(directory).withState();
        hearth.engine().withProgram(GuestFiles.SSH_ACCESS.value(), (_, _, line) -> {
            line.accept("Setting up openssh-server");
            line.accept("host-key ssh-ed25519 AAAA");
            return 0;
        });
        hearth.run("create", "dev");
    }

    @Test
    void letsTheUserInBySsh() throws IOException {
        golden("ssh-dry-run", hearth.run("ide", "ssh", "--dry-run"));
        golden("ssh-json", hearth.run("ide", "ssh", "dev", "--dry-run", "--format=json"));
        golden("ssh-cannot-ask", hearth.run("ide", "ssh", "dev"));
        hearth.atTerminal("n\n");
        golden("ssh-declined", hearth.run("ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh")).doesNotExist();

        makeKey();
        golden("ssh", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh/config"))
                .hasContent("Include \"" + directory + "/state/ssh/pets/*.conf\"\n");
        assertThat(directory.resolve("state/ssh/pets/dev.known_hosts")).hasContent("hearth-pet ssh-ed25519 AAAA");

        golden("ssh-remove", hearth.run("--yes", "ide", "ssh", "dev", "--remove"));
        golden("ssh-removed-already", hearth.run("ide", "ssh", "dev", "--remove"));
        assertThat(directory.resolve(".ssh")).isEmptyDirectory();
    }

    @Test
    void followsThePet() throws IOException {
        makeKey();
        hearth.run("--yes", "ide", "ssh", "dev");

        hearth.run("rename", "dev", "lab");
        assertThat(directory.resolve("state/ssh/pets/lab.conf")).content().contains("\nHost lab.hearth\n");
        hearth.run("rm", "--force", "lab");

        assertThat(directory.resolve("state/ssh/pets")).isEmptyDirectory();
    }

    @Test
    void hasTheDoctorNameWhatIsStale() throws IOException {
        makeKey();
        hearth.run("--yes", "ide", "ssh", "dev");

        assertThat(hearth.run("doctor").out())
                .contains("  broken  Terminals and editors were told what is not so any more: "
                        + "ssh calls '/opt/hearth/bin/hearth' for the pet 'dev', which is not there\n");
    }

    @Test
    void leavesALinkedConfigurationAlone() throws IOException {
        makeKey();
        Files.createDirectories(directory.resolve(".ssh"));
        Files.createSymbolicLink(
                directory.resolve(".ssh/config"), Files.writeString(directory.resolve("dotfiles"), "Host *\n"));

        golden("ssh-linked", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve("dotfiles")).hasContent("Host *\n");
    }

    @Test
    void saysWhyAPetHasNoServer() throws IOException {
        makeKey();
        hearth.engine().withProgram(GuestFiles.SSH_ACCESS.value(), (_, _, line) -> {
            line.accept("The image has no package manager that hearth knows");
            return 1;
        });

        golden("ssh-no-server", hearth.run("--yes", "ide", "ssh", "dev"));
        assertThat(directory.resolve(".ssh")).doesNotExist();
    }

    @Test
    void givesThePetAnActionOfKittys() throws IOException {
        var config = Files.createDirectories(directory.resolve(".config/kitty")).resolve("kitty.conf");
        Files.writeString(config, "# mine\nfont_size 11\n");
        hearth.withVariable("KITTY_WINDOW_ID", "1");

        golden("terminal-dry-run", hearth.run("ide", "terminal", "--dry-run"));
        golden("terminal", hearth.run("--yes", "ide", "terminal", "dev"));
        assertThat(config).hasContent("globinclude hearth-*.conf\n# mine\nfont_size 11\n");
        assertThat(config.resolveSibling("hearth-dev.conf"))
                .content()
                .endsWith("\naction_alias hearth-dev launch --type=tab --tab-title=dev --cwd=last_reported "
                        + "/opt/hearth/bin/hearth --engine unix:///run/docker.sock enter dev\n");
        golden("terminal-again", hearth.run("ide", "terminal", "dev"));

        golden("terminal-remove", hearth.run("--yes", "ide", "terminal", "dev", "--remove"));
        assertThat(config).hasContent("# mine\nfont_size 11\n");
    }

    @Test
    void givesThePetATerminalInAnEditor() throws IOException {
        var user = Files.createDirectories(directory.resolve(".config/VSCodium/User"));
        var settings = Files.writeString(user.resolve("settings.json"), "{\n  // mine\n  \"a\": 1,\n}\n");

        golden("vscode-dry-run", hearth.run("ide", "vscode", "dev", "--dry-run"));
        golden("vscode", hearth.run("--yes", "ide", "vscode", "dev"));
        assertThat(settings).hasContent("""
                {
                  // mine
                  "a": 1,
                  "terminal.integrated.profiles.linux": {
                    "hearth-dev": {"path":"/opt/hearth/bin/hearth","args":\
                ["--engine","unix:///run/docker.sock","enter","dev"],"icon":"package","overrideName":true}
                  },
                }
                """);
        golden("vscode-remove", hearth.run("--yes", "ide", "vscode", "dev", "--remove"));
        assertThat(settings).hasContent("{\n  // mine\n  \"a\": 1,\n}\n");
    }

    @Test
    void opensADirectoryInThePet() {
        var uri = "vscode-remote://attached-container+7b22636f6e7461696e65724e616d65223a22646576227d" + hearth.work();
        hearth.ports().scripted().answer("", "code", "--folder-uri", uri + "/src");

        assertThat(hearth.run("--yes", "ide", "vscode", "dev", "src").status()).isZero();
        assertThat(hearth.ports().scripted().ran()).hasSize(1);
        golden("vscode-no-program", hearth.run("ide", "vscode", "--for=cursor", "dev", "src", "--yes"));
    }

    @Test
    void saysWhatToPasteIntoBrokenSettings() throws IOException {
        var user = Files.createDirectories(directory.resolve(".config/Code/User"));
        Files.writeString(user.resolve("settings.json"), "{\n  \"a\": 1\n  \"b\": 2\n}\n");

        golden("vscode-broken", hearth.run("ide", "vscode", "dev"));
        golden("vscode-unknown", hearth.run("ide", "vscode", "--for=vim", "dev"));
        golden("vscode-opens-nothing", hearth.run("ide", "vscode", "--for=vscodium", "dev", "src"));
    }

    @Test
    void asksNobodyAboutAFileOfItsOwn() {
        golden("terminal-konsole", hearth.run("ide", "terminal", "--for=konsole", "dev"));
        hearth.run("rename", "dev", "lab");

        assertThat(directory.resolve(".local/share/konsole/hearth-lab.profile"))
                .content()
                .contains("\nName=hearth-lab\n");
        hearth.run("rm", "--force", "lab");
        assertThat(directory.resolve(".local/share/konsole")).isEmptyDirectory();
    }

    @Test
    void leavesWhatSomebodyChangedAlone() throws IOException {
        hearth.run("ide", "terminal", "--for=konsole", "dev");
        var profile = directory.resolve(".local/share/konsole/hearth-dev.profile");
        Files.writeString(profile, Files.readString(profile) + "LocalTabTitleFormat=%w\n");

        golden("terminal-edited", hearth.run("ide", "terminal", "--for=konsole", "dev", "--remove"));
        assertThat(profile).exists();
    }

    @Test
    void writesThePetDownForProjects() throws IOException {
        hearth.run(
                "create", "lab", "--volume=/usr/share:/mine:ro", "--env=MODE=a \"b\"", "--memory=1g", "--package=gdb");
        var file = hearth.work().resolve("web/.devcontainer/devcontainer.json");
        Files.createDirectories(hearth.work().resolve("web"));

        golden("devcontainer-dry-run", hearth.run("ide", "devcontainer", "lab", "web", "--dry-run"));
        assertThat(file.getParent()).doesNotExist();
        golden("devcontainer", hearth.run("--yes", "ide", "devcontainer", "lab", "web"));
        Golden.verify("ide/devcontainer.json", Files.readString(file).replaceFirst("Sum=.*", "Sum=…"));
        golden("devcontainer-again", hearth.run("ide", "devcontainer", "lab", "web"));
        assertThat(hearth.run("create", "again", "--devcontainer=web", "--dry-run")
                        .out())
                .contains("Ask whether to show it '/usr/share' as '/mine'");

        golden("devcontainer-remove", hearth.run("--yes", "ide", "devcontainer", "lab", "web", "--remove"));
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesTheFileOfAProjectAlone() throws IOException {
        var project = Files.createDirectories(hearth.work().resolve("web/.devcontainer"));
        var file = Files.writeString(project.resolve("devcontainer.json"), "{ broken");
        golden("devcontainer-there", hearth.run("--yes", "ide", "devcontainer", "dev", "web"));
        assertThat(hearth.run("--yes", "ide", "devcontainer", "dev", "web", "--remove")
                        .status())
                .isZero();
        assertThat(file).hasContent("{ broken");

        Files.delete(file);
        Files.createSymbolicLink(file, Files.writeString(hearth.work().resolve("mine"), "{}\n"));
        golden("devcontainer-link", hearth.run("--yes", "ide", "devcontainer", "dev", "web"));
        assertThat(hearth.work().resolve("mine")).hasContent("{}");

        Files.delete(file);
        hearth.run("--yes", "ide", "devcontainer", "dev", "web");
        var edited = Files.readString(file) + "// mine\n";
        Files.writeString(file, edited);
        golden("devcontainer-edited", hearth.run("--yes", "ide", "devcontainer", "dev", "web"));
        assertThat(hearth.run("--yes", "ide", "devcontainer", "dev", "web", "--remove")
                        .status())
                .isNotZero();
        assertThat(file).content().isEqualTo(edited);

        Files.writeString(hearth.work().resolve(".devcontainer.json"), "{}");
        golden("devcontainer-hidden", hearth.run("--yes", "ide", "devcontainer", "dev"));
    }

    @Test
    void letsEmacsIntoAllPets() throws IOException {
        var emacs = Files.createDirectories(directory.resolve(".emacs.d"));
        var mine = ";; -*- lexical-binding: t -*-\n(setq mine t)\n";
        var init = Files.writeString(emacs.resolve("init.el"), mine);

        golden("emacs-dry-run", hearth.run("ide", "emacs", "--dry-run"));
        golden("emacs-json", hearth.run("ide", "emacs", "--dry-run", "--format=json"));
        golden("emacs", hearth.run("--yes", "ide", "emacs"));
        assertThat(init)
                .hasContent(";; -*- lexical-binding: t -*-\n(load \"%s\" t t)\n(setq mine t)\n"
                        .formatted(emacs.resolve("hearth-tramp.el")));
        assertThat(emacs.resolve("hearth-tramp.el"))
                .content()
                .contains("(setq hearth-tramp-command '(\"/opt/hearth/bin/hearth\" \"--engine\" "
                        + "\"unix:///run/docker.sock\"))\n");
        golden("emacs-again", hearth.run("ide", "emacs"));

        var library = Files.readString(emacs.resolve("hearth-tramp.el"));
        Files.writeString(emacs.resolve("hearth-tramp.el"), library + "(setq hearth-tramp-mine t)\n");
        golden("emacs-edited", hearth.run("--yes", "ide", "emacs", "--remove"));
        assertThat(init).content().contains("hearth-tramp.el");
        assertThat(emacs.resolve("hearth-tramp.el")).content().isEqualTo(library + "(setq hearth-tramp-mine t)\n");
        Files.writeString(emacs.resolve("hearth-tramp.el"), library);

        golden("emacs-remove", hearth.run("--yes", "ide", "emacs", "--remove"));
        assertThat(init).content().isEqualTo(mine);
        assertThat(emacs.resolve("hearth-tramp.el")).doesNotExist();
    }

    @Test
    void leavesWhatEmacsReadsAlone() throws IOException {
        var mine = Files.writeString(directory.resolve("dotfiles"), "(setq mine t)\n");
        var init = Files.createSymbolicLink(directory.resolve(".emacs"), mine);
        golden("emacs-link", hearth.run("--yes", "ide", "emacs"));

        Files.delete(init);
        Files.writeString(init, "(setq mine t)\n");
        assertThat(init.toFile().setReadOnly()).isTrue();
        golden("emacs-read-only", hearth.run("--yes", "ide", "emacs"));
        assertThat(init).hasContent("(setq mine t)");
        assertThat(directory.resolve(".emacs.d/hearth-tramp.el")).doesNotExist();
    }

    @Test
    void givesThePetsToolsToIdes() throws IOException {
        offering("/usr/bin/cc", "/usr/bin/c++", "/usr/bin/cmake", "/usr/bin/gdb");
        var tools = directory.resolve(".local/share/hearth/toolchains");
        Files.createDirectories(hearth.work().resolve("web"));
        Files.createFile(hearth.work().resolve("web/CMakeLists.txt"));
        var presets = hearth.work().resolve("web/CMakeUserPresets.json");

        golden("toolchain-dry-run", hearth.run("ide", "toolchain", "dev", "web", "--dry-run"));
        golden("toolchain-json", hearth.run("ide", "toolchain", "dev", "--dry-run", "--format=json"));
        assertThat(tools).doesNotExist();
        golden("toolchain", hearth.run("ide", "toolchain", "dev"));
        golden("toolchain-again", hearth.run("ide", "toolchain", "dev"));
        Golden.verify(
                "ide/toolchain.cmake",
                Files.readString(tools.resolve("dev.cmake"))
                        .replaceFirst("Sum=.*", "Sum=…")
                        .replace(directory.toString(), "/home/ada"));
        golden("toolchain-project", hearth.run("--yes", "ide", "toolchain", "dev", "web"));
        golden("toolchain-project-remove", hearth.run("--yes", "ide", "toolchain", "dev", "web", "--remove"));
        assertThat(presets).doesNotExist();
        assertThat(tools.resolve("bin/dev")).isDirectoryContaining("glob:**/gdb");

        golden("toolchain-remove", hearth.run("ide", "toolchain", "dev", "--remove"));
        assertThat(tools).isEmptyDirectory();
    }

    @Test
    void leavesThePresetsOfAProjectAlone() throws IOException {
        offering("/usr/bin/cc");
        Files.createFile(hearth.work().resolve("CMakeLists.txt"));
        var mine = Files.writeString(hearth.work().resolve("CMakeUserPresets.json"), "{\"version\": 6}\n");

        golden("toolchain-presets", hearth.run("--yes", "ide", "toolchain", "dev", "."));
        assertThat(mine).hasContent("{\"version\": 6}");
        assertThat(directory.resolve(".local/share/hearth")).doesNotExist();
    }

    @Test
    void refusesToolsThatAreNone() {
        offering();
        golden("toolchain-none", hearth.run("ide", "toolchain", "dev"));
        offering("/usr/bin/cc");
        golden("toolchain-no-project", hearth.run("ide", "toolchain", "dev", "web"));
        hearth.run("create", "apart", "--home=none");
        golden("toolchain-other-home", hearth.run("ide", "toolchain", "apart"));
    }

    @Test
    void refusesWhatCannotBe() {
        golden("terminal-unknown", hearth.run("ide", "terminal", "--for=xterm", "dev"));
        golden("terminal-none", hearth.run("ide", "terminal", "dev"));
        golden("terminal-no-windows", hearth.run("ide", "terminal", "--for=windows-terminal", "dev"));
        golden("nothing", hearth.run("ide"));
        golden("ssh-no-pet", hearth.run("ide", "ssh", "lab"));
    }

    private void offering(String... programs) {
        hearth.engine().withProgram(GuestFiles.OFFER.value(), (_, _, line) -> {
            List.of(programs).forEach(line);
            return programs.length == 0 ? 1 : 0;
        });
    }

    private void makeKey() throws IOException {
        var ssh = Files.createDirectories(directory.resolve("state/ssh"));
        Files.writeString(ssh.resolve("key"), "private");
        Files.writeString(ssh.resolve("key.pub"), "ssh-ed25519 AAAA hearth\n");
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify("ide/" + name + ".txt", outcome.text().replace(directory.toString(), "/home/ada"));
    }
}
