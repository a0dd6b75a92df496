package dev.hearth.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.ContainerId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPlanTest {
    private static final EntryPlan PLAN = new EntryPlan(
            new FirstProcess("26a71a59-ae42", 4711, "3577356"),
            new ContainerId("63c7c15adf90a559"),
            "1000:1000",
            List.of("docker", "--host", "unix:///run/docker.sock", "exec", "--user"),
            "/run/host",
            null);

    @Test
    void rendersAPlanForTheEnginesClient() {
        assertThat(PLAN.render()).hasValue("""
                boot 26a71a59-ae42
                process 4711
                start 3577356
                container 63c7c15adf90a559
                user 1000:1000
                client docker --host unix:///run/docker.sock exec --user
                inside /run/host
                go
                """);
    }

    @Test
    void isForAllWhoMeanItsEngine() {
        var rest = PLAN.render().orElseThrow();

        var text = EntryPlan.text(List.of("docker||||", "|||unix:///run/a b.sock|"), rest);

        assertThat(text).startsWith("""
                hearth-entry 1
                choice docker||||
                choice |||unix:///run/a b.sock|
                boot 26a71a59-ae42
                """);
        assertThat(EntryPlan.choices(text)).containsExactly("docker||||", "|||unix:///run/a b.sock|");
        assertThat(EntryPlan.rest(text)).isEqualTo(rest);
    }

    @Test
    void rendersWhatJoiningTakesBehindAllElse() {
        var plan = PLAN.withJoin(new Join(
                Join.Manner.ROOT,
                List.of("0", "27"),
                List.of(38, 39),
                "0022",
                "1024 20000",
                "unlimited unlimited",
                "0",
                Map.of("docker/63c7", List.of("memory", "cpu,cpuacct")),
                List.of("PATH=/usr/bin", "GREETING=a 'b' $(c)")));

        assertThat(plan.render().orElseThrow()).endsWith("""
                inside /run/host
                join root
                groups 0,27
                bounding -cap_38,-cap_39
                umask 0022
                files 1024 20000
                processes unlimited unlimited
                oom 0
                cgroup docker/63c7 memory cpu,cpuacct
                variable PATH=/usr/bin
                variable GREETING=a 'b' $(c)
                go
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:///run/a b.sock", "unix:///run/$(id).sock", "unix:///run/a\nb.sock"})
    void isNoneWhenAWordOfTheClientsIsNotPlain(String address) {
        var plan = new EntryPlan(
                PLAN.process(), PLAN.container(), "0:0", List.of("docker", "--host", address), null, null);

        assertThat(plan.render()).isEmpty();
    }
}
