package dev.hearth.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.os.OsEngine;
import dev.hearth.os.bootc.BootcEngine;
import dev.hearth.os.bootc.BootcHost;
import dev.hearth.os.rpmostree.RpmOstreeEngine;
import dev.hearth.os.rpmostree.RpmOstreeHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same commands on hosts that different engines keep: words, the shape of JSON and statuses are the same for the same
 * situation, which is that of one golden file for all hosts. What is a host's own is replaced by what it is.
 */
@Timeout(120)
class OsSessionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    /** A host with programs that answer as was recorded, or as follows from that. */
    enum Host {
        RPM_OSTREE {
            @Override
            Map<String, String> own() {
                return Map.of(
                        "rpm-ostree", "ENGINE",
                        "fedora-silverblue", "STATEROOT",
                        "fedora/33/x86_64/silverblue", "SOURCE",
                        " --unchanged-exit-77", "",
                        "33.17", "VERSION",
                        "33.21", "VERSION",
                        "33.22", "VERSION");
            }

            @Override
            OsEngine engine(Path directory) {
                var programs = RpmOstreeHost.unlayeredIn(directory.resolve("programs"));
                return new RpmOstreeEngine(directory.resolve("host"), programs.processes(), _ -> {});
            }
        },
        BOOTC {
            @Override
            Map<String, String> own() {
                return Map.of(
                        "bootc", "ENGINE",
                        "default", "STATEROOT",
                        "quay.io/example/someimage:latest", "SOURCE",
                        "nightly-1", "VERSION",
                        "nightly", "VERSION");
            }

            @Override
            OsEngine engine(Path directory) {
                var programs = BootcHost.in(directory.resolve("programs"));
                return new BootcEngine(directory.resolve("host"), programs.processes());
            }
        };

        /** {@return what is the host's own, and what it is} */
        abstract Map<String, String> own();

        abstract OsEngine engine(Path directory);

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String withoutItsOwn(String text) {
            var general = text;
            // One name may be a part of another.
            var names = own().keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
            for (var name : names) {
                general = general.replace(name, own().getOrDefault(name, ""));
            }
            return general.replaceAll("[0-9a-f]{64}", "CHECKSUM")
                    .replaceAll("[0-9a-f]{12}\\.0", "DEPLOYMENT")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                    // bootc does not tell them.
                    .replaceAll("(?m)^ +KernelArguments: .*\n", "")
                    .replaceAll(" +", " ");
        }
    }

    private HearthFixture hearth(Host host) throws IOException {
        Files.createDirectories(directory.resolve("programs"));
        var engine = host.engine(directory);
        var hearth = new HearthFixture(directory).as(HearthFixture.ROOT);
        hearth.ports().keep(engine);
        layOut(engine);
        return hearth;
    }

    /** Makes the directories of what is deployed; what is staged gets its {@code /etc} at shutdown. */
    private static void layOut(OsEngine engine) throws IOException {
        for (var deployment : engine.status().deployments()) {
            var root = engine.root(deployment.id());
            Files.createDirectories(root.resolve("usr/etc"));
            if (!deployment.marks().staged()) {
                Files.createDirectories(root.resolve("etc"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsABase(Host host) throws IOException {
        alike(
                "show",
                host,
                "os status",
                "os status --format=json",
                "os diff",
                "os diff 1 0 --files",
                "os diff --format=json",
                "os history",
                "os history --format=json",
                "os config-diff",
                "os config-diff --format=json",
                "os config-merge",
                "os kargs --format=json",
                "os auto status",
                "os auto status --format=json");
    }

    @ParameterizedTest
    @EnumSource
    void upgradesToANewerVersionAndThenFindsNone(Host host) throws IOException {
        alike(
                "upgrade",
                host,
                "os upgrade --check",
                "os upgrade --check --format=json",
                "os upgrade --dry-run",
                "os upgrade --dry-run --format=json",
                "os upgrade",
                "os upgrade --yes --reason=update",
                "os status",
                "os diff",
                "os check",
                "os check --format=json",
                "os upgrade --yes",
                "os upgrade --yes --format=json",
                "os upgrade --check",
                "os upgrade --check --format=json",
                "os history",
                "os history --format=json");
    }

    @ParameterizedTest
    @EnumSource
    void upgradesForAProgram(Host host) throws IOException {
        alike("upgrade-for-a-program", host, "os upgrade --yes --format=json", "os status --format=json");
    }

    @ParameterizedTest
    @EnumSource
    void rollsBack(Host host) throws IOException {
        alike(
                "rollback",
                host,
                "os rollback --dry-run",
                "os rollback --dry-run --format=json",
                "os rollback --etc=merged --yes",
                "os rollback --yes",
                "os status",
                "os history");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsWrong(Host host) throws IOException {
        alike(
                "wrong",
                host,
                "os upgrad",
                "os diff 7",
                "os diff 1.2",
                "os diff --format=json 7",
                "os kargs --deployment=7",
                "os pin 7",
                "os unpin nothing",
                "os undeploy 41",
                "os history -n 0",
                "os auto weekly",
                "os config-merge --take motd");
    }

    /** What not every engine has: each says what it does, or what else would do. */
    @ParameterizedTest
    @EnumSource
    void doesOrOffers(Host host) throws IOException {
        var lines = List.of(
                "os install htop --dry-run",
                "os install htop --yes",
                "os install htop --yes --format=json",
                "os uninstall htop --dry-run",
                "os override remove nano --dry-run",
                "os pin 1 --dry-run",
                "os undeploy 1 --dry-run",
                "os kargs --append=quiet --dry-run",
                "os cleanup --dry-run",
                "os search editor",
                "os auto stage --dry-run",
                "os cancel");
        var hearth = hearth(host);

        var text = lines.stream()
                .map(line -> hearth.run(line.split(" ", -1)).text())
                .collect(Collectors.joining())
                .replace(directory.resolve("host").toString(), "");

        Golden.verify("os-session/of-" + host.word() + ".txt", text);
    }

    /** The very golden file for all hosts. */
    private void alike(String situation, Host host, String... lines) throws IOException {
        var hearth = hearth(host);
        var text = new StringBuilder();
        for (var line : lines) {
            var outcome = hearth.run(line.split(" ", -1));
            text.append(host.withoutItsOwn(isJson(outcome) ? shape(outcome) : outcome.text()));
            layOut(hearth.ports().base());
        }
        Golden.verify("os-session/" + situation + ".txt", text.toString());
    }

    private static boolean isJson(Outcome outcome) {
        return outcome.out().startsWith("{");
    }

    private static String shape(Outcome outcome) throws IOException {
        var answer = JSON.readTree(outcome.out());
        JsonSchemaTest.check(answer, outcome.arguments().toString());
        var paths = new TreeSet<String>();
        paths(answer, "", paths);
        return new Outcome(outcome.arguments(), outcome.status(), String.join("\n", paths) + "\n", outcome.err())
                .text();
    }

    private static void paths(JsonNode value, String path, Set<String> paths) {
        value.properties().forEach(entry -> {
            paths.add(path + "." + entry.getKey());
            paths(entry.getValue(), path + "." + entry.getKey(), paths);
        });
        if (value.isArray()) {
            value.forEach(element -> paths(element, path + "[]", paths));
        }
    }
}
