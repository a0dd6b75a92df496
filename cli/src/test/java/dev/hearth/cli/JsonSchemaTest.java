package dev.hearth.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what commands print as JSON to the schemas in {@code docs/json}, and those to the code. */
class JsonSchemaTest {
    private static final Path SCHEMAS = Path.of("../docs/json");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is printed as JSON. */
    enum Contract {
        // First what has components of the same names as others.
        OS_HEALTH("judged", "hearth os health", "HealthView"),
        OS_HEALTH_RUN("judgement", "hearth os health run", "HealthRunView"),
        STATUS("waits", "hearth status", "status.Overview"),
        TOP("petsProblem", "hearth top", "top.TopView"),
        MOVE("move", "hearth demote and promote", "between.MoveView"),
        EVERYTHING("upgrade", "hearth upgrade --everything, or rollback --everything,", "everything.WholeView"),
        PROVIDES("packageName", "hearth provides", "provides.ProvidesView"),
        PACKAGES("manager", "hearth install and uninstall", "packages.PackagesView"),
        REBASE("carried", "hearth rebase", "packages.RebaseView"),
        CLONE("copy", "hearth clone", "copies.CloneView"),
        SNAPSHOT("notSaved", "hearth snapshot", "generations.SnapshotView"),
        HISTORY("now", "hearth history", "generations.HistoryView"),
        DIFF("noise", "hearth diff", "generations.DiffView"),
        ROLLBACK("generation", "hearth rollback", "generations.RollbackView"),
        PRUNE("bytes", "hearth prune", "generations.PruneView"),
        DF("use", true, "dev.hearth.cli.copies.DiskCommand$Row"),
        APPLY("plans", "hearth apply", "manifests.ApplyView"),
        TRUST("allowed", true, "dev.hearth.cli.projects.TrustCommand$Row"),
        CONFIG("settings", true, "dev.hearth.cli.host.ConfigCommand$Row"),
        DOCTOR("checks", "hearth doctor", "dev.hearth.cli.host.DoctorView"),
        ENGINE("engines", true, "dev.hearth.cli.host.EngineCommand$Row"),
        ENV("variables", true, "dev.hearth.cli.pets.EnvCommand$Row"),
        EXPORT("exports", true, "dev.hearth.cli.exports.ExportCommand$Row"),
        IMAGE_LIST("images", true, "dev.hearth.cli.images.ImageListCommand$Row"),
        IMAGE_SHOW("image", false, "dev.hearth.cli.images.ImageShowCommand$View"),
        HOST("calls", true, "dev.hearth.cli.pets.HostCommand$Row"),
        LIST("pets", true, "dev.hearth.cli.pets.ListCommand$Row"),
        IDE("tool", "hearth ide ssh, terminal or vscode, with --dry-run and", "ide.IdePlanView"),
        UPGRADE("upgrades", true, "dev.hearth.cli.packages.PackagesView"),
        SHOW("pet", false, "dev.hearth.cli.pets.PetView"),
        HOME_DIFF("differences", true, "dev.hearth.cli.homes.ChangeTable$Row"),
        EDIT("edits", "hearth edit", "pets.EditView"),
        OS_STATUS("deployments", "hearth os status", "StatusView"),
        OS_UPDATE("available", "hearth os upgrade --check or --preview", "UpdateView"),
        OS_PLAN("plan", "What changes the base, with --dry-run and", "PlanView"),
        OS_OUTCOME("changed", "What changes the base, with", "OutcomeView"),
        OS_DIFF("addedKernelArguments", "hearth os diff", "DiffView"),
        OS_ADVISE("advice", "hearth os advise", "AdviceView"),
        OS_CHECK("findings", "hearth os check", "CheckView"),
        OS_TRY("tried", "hearth os try", "TryView"),
        OS_CONFIG_MERGE("conflicts", "hearth os config-merge", "ConflictsView"),
        OS_KARGS("kernelArguments", "hearth os kargs", "KernelArgumentsCommand$View"),
        OS_AUTO("policy", "hearth os auto", "AutoCommand$View"),
        OS_AUTO_RUN("reboots", "hearth os auto run", "AutoRunView"),
        OS_HISTORY("changes", true, "dev.hearth.cli.os.HistoryCommand$Row"),
        OS_CONFIG_DIFF("files", true, "dev.hearth.cli.os.ConfigDiffCommand$Row"),
        OS_SEARCH("packages", true, "dev.hearth.cli.os.SearchCommand$Row"),
        SEARCH("packages", true, "dev.hearth.cli.packages.SearchCommand$Row"),
        OS_COMPOSE("contents", "hearth os compose", "provider.ComposeView"),
        OS_GATE("checked", "hearth os gate", "provider.GateView"),
        OS_ROLLOUT("rollouts", "hearth os rollout", "provider.RolloutView"),
        OS_PUBLISH("channels", true, "dev.hearth.cli.provider.PublishCommand$Row");

        private final String part;
        private final boolean several;
        private final String record;
        private final @Nullable String whole;

        /** One part, or a list of several. */
        Contract(String part, boolean several, String record) {
            this.part = part;
            this.several = several;
            this.record = record;
            this.whole = null;
        }

        /** A record that is the whole object; it is recognised by one of its components. */
        Contract(String component, String title, String record) {
            this.part = component;
            this.several = false;
            this.record = record.startsWith("dev.")
                    ? record
                    : "dev.hearth.cli." + (record.contains(".") ? record : "os." + record);
            this.whole = title;
        }

        ObjectNode schema() throws ClassNotFoundException {
            var one = described(record);
            if (whole != null) {
                return titled(whole + " --format=json", JsonSchema.whole(one));
            }
            var parts = new LinkedHashMap<String, JsonNode>();
            parts.put("schema", JsonSchema.version());
            parts.put(part, several ? JsonSchema.array(one) : one);
            return titled("hearth " + word().replace('-', ' ') + " --format=json", JsonSchema.object(parts));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource
    void documentsWhatACommandPrints(Contract contract) throws Exception {
        verify(contract.word(), contract.schema());
    }

    @Test
    void documentsFailures() throws Exception {
        var error = described("dev.hearth.cli.output.Errors$Problem");

        verify(
                "error",
                titled(
                        "A failure of any command with --format=json, on standard error",
                        JsonSchema.object(Map.of("error", error))));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void printsWhatIsDocumented(Path golden) throws IOException {
        var text = Files.readString(golden);
        var value = JSON.readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1));

        check(value, golden.toString());
    }

    /** Checks that a command's answer is as the schema says that is about it. */
    static void check(JsonNode value, String place) throws IOException {
        JsonSchema.check(schemaOf(value), value, place);
    }

    static Stream<Path> printed() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith("-json.txt")).sorted().toList().stream();
        }
    }

    private static JsonNode schemaOf(JsonNode value) throws IOException {
        for (var contract : Contract.values()) {
            if (value.has(contract.part)) {
                return JSON.readTree(
                        SCHEMAS.resolve(contract.word() + ".schema.json").toFile());
            }
        }
        return JSON.readTree(SCHEMAS.resolve("error.schema.json").toFile());
    }

    private static ObjectNode described(String record) throws ClassNotFoundException {
        var type = Class.forName(record);
        return JsonSchema.of(type, RecordDescription.of(type));
    }

    private static ObjectNode titled(String title, ObjectNode schema) {
        var titled = JSON.createObjectNode();
        titled.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        return titled.setAll(schema);
    }

    private static void verify(String name, ObjectNode schema) throws IOException {
        Golden.verify(
                SCHEMAS.resolve(name + ".schema.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
    }
}
