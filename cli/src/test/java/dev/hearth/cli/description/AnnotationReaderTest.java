package dev.hearth.cli.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

class AnnotationReaderTest {
    @Command(
            name = "cook",
            aliases = "bake",
            description = "Make a meal.",
            footer = {"", "Examples:", "  cook soup"})
    static final class Cook {
        @Spec
        private CommandSpec spec;

        @Option(
                names = {"-q", "--quick"},
                scope = ScopeType.INHERIT,
                description = "Make it quick.")
        private boolean quick;

        @Option(names = "--guests", paramLabel = "NUMBER", defaultValue = "2")
        private int guests;

        @Option(names = "--spice", split = ",", required = true)
        private List<Thread.State> spices = List.of();

        @Parameters(paramLabel = "MEAL", arity = "1..*")
        private List<String> meals = List.of();

        @Mixin
        private Kitchen kitchen;
    }

    static final class Kitchen {
        @Option(names = "--stove")
        private String stove = "gas";
    }

    @Test
    void describesACommandAndItsFields() {
        assertThat(Block.render(AnnotationReader.read(Cook.class).orElseThrow()))
                .isEqualTo("""
                command
                name cook
                alias bake
                description Make a meal.
                footer\s
                footer Examples:
                footer   cook soup
                label [COMMAND]

                spec
                field spec

                option
                field quick
                name -q
                name --quick
                arity 0
                derived yes
                label <quick>
                inherited yes
                description Make it quick.

                option
                field guests
                name --guests
                arity 1
                derived yes
                label NUMBER
                default 2

                option
                field spices
                name --spice
                arity 1
                derived yes
                label <spices>
                split ,
                type java.lang.Thread$State
                required yes

                operand
                field meals
                arity 1..*
                label MEAL
                type java.lang.String
                required yes

                mixin
                field kitchen
                """);
    }

    @Test
    void givesAParserThatFillsTheFields() {
        var cook = new Cook();
        var text = Block.render(AnnotationReader.read(Cook.class).orElseThrow());

        var spec = DescribedCommands.spec(cook, Block.parse(text));
        new CommandLine(spec).parseArgs("-q", "--guests=5", "--stove", "wood", "--spice=NEW,BLOCKED", "soup", "salad");

        assertThat(cook.spec).isSameAs(spec);
        assertThat(cook.quick).isTrue();
        assertThat(cook.guests).isEqualTo(5);
        assertThat(cook.spices).containsExactly(Thread.State.NEW, Thread.State.BLOCKED);
        assertThat(cook.meals).containsExactly("soup", "salad");
        assertThat(cook.kitchen.stove).isEqualTo("wood");
    }

    @Test
    void leavesWhatIsNotGivenAsItWas() {
        var cook = new Cook();
        var description = AnnotationReader.read(Cook.class).orElseThrow();

        new CommandLine(DescribedCommands.spec(cook, description)).parseArgs("--spice=NEW", "soup");

        assertThat(cook.quick).isFalse();
        assertThat(cook.guests).isEqualTo(2);
        assertThat(cook.kitchen.stove).isEqualTo("gas");
    }

    @Command(name = "choose")
    static final class Choose {
        @ArgGroup
        Kitchen one;
    }

    @Test
    void leavesGroupsToTheAnnotations() {
        assertThat(AnnotationReader.read(Choose.class)).isEmpty();
    }

    @Command(name = "wait")
    static final class Wait {
        @Option(names = "--time", interactive = true)
        String time;
    }

    @Test
    void refusesWhatItWouldLose() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AnnotationReader.read(Wait.class))
                .withMessageContaining("sets 'interactive' with @Option, which descriptions do not hold");
    }
}
