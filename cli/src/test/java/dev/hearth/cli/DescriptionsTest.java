package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.description.DescribedCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the build wrote down of hearth's commands is what their annotations say. */
class DescriptionsTest {
    @TempDir
    static Path directory;

    @ParameterizedTest
    @MethodSource("commands")
    void saysWhatTheAnnotationsSay(Object command) {
        var described = DescribedCommands.parser(command).getCommandSpec();
        var annotated = CommandSpec.forAnnotatedObject(command);

        assertThat(facts(described)).isEqualTo(facts(annotated));
        assertThat(new CommandLine(described).getUsageMessage())
                .isEqualTo(new CommandLine(annotated).getUsageMessage());
        assertThat(described.args().stream().map(DescriptionsTest::facts))
                .containsExactlyElementsOf(
                        annotated.args().stream().map(DescriptionsTest::facts).toList());
    }

    @Test
    void thereIsOneForEachCommandButThoseWithGroups() {
        assertThat(commands()
                        .filter(command -> command.getClass()
                                        .getResource(command.getClass().getSimpleName() + ".command")
                                == null))
                .map(command -> command.getClass().getSimpleName())
                .containsExactly("ConfigMergeCommand");
    }

    static Stream<Object> commands() {
        var fixture = new HearthFixture(directory);
        var world = fixture.world(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        var all = new ArrayList<>();
        collect(new Hearth(world, _ -> fixture.ports(), List.of()).parser(), all);
        return all.stream().distinct();
    }

    private static void collect(CommandLine command, List<Object> all) {
        all.add(command.getCommand());
        command.getSubcommands().values().forEach(child -> collect(child, all));
    }

    private static Map<String, Object> facts(CommandSpec spec) {
        var usage = spec.usageMessage();
        return Map.of(
                "name", spec.name(),
                "aliases", List.of(spec.aliases()),
                "description", List.of(usage.description()),
                "footer", List.of(usage.footer()),
                "label", usage.synopsisSubcommandLabel(),
                "hidden", usage.hidden(),
                "mixins", List.copyOf(spec.mixins().keySet()));
    }

    private static Map<String, Object> facts(ArgSpec argument) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("field", argument.userObject());
        facts.put("names", argument instanceof OptionSpec option ? List.of(option.names()) : List.of());
        facts.put("index", argument instanceof PositionalParamSpec operand ? operand.index() : "");
        facts.put("type", argument.type());
        facts.put("types", List.of(argument.auxiliaryTypes()));
        facts.put("label", argument.paramLabel());
        facts.put("description", List.of(argument.description()));
        facts.put("arity", argument.arity());
        facts.put("derived", argument.arity().isUnspecified());
        facts.put("required", argument.required());
        facts.put("hidden", argument.hidden());
        facts.put("split", argument.splitRegex());
        facts.put("default", argument.defaultValue());
        facts.put("initial", argument.initialValue());
        facts.put("scope", argument.scopeType());
        facts.put("candidates", argument.completionCandidates());
        return facts;
    }
}
