package dev.hearth.cli.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Compares calls of an exported compiler with the same calls inside. */
final class CompilerBench {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int COMPILATIONS = 200;
    private static final int ROUNDS = 4;
    private static final String EXPORTED = "it-g++";

    private final List<String> report;

    /** Adds lines to the report. */
    CompilerBench(List<String> report) {
        this.report = report;
    }

    /** Measures a pet, which gets a compiler, on an engine of that name. */
    void measure(String engine, InstalledHearth hearth, String pet) {
        hearth.run(
                LIMIT,
                pet,
                "sudo",
                "sh",
                "-c",
                "apt-get update -qq && apt-get install -y -qq --no-install-recommends g++ >/dev/null");
        hearth.append("slow.cc", "#include <map>\n#include <string>\nstd::map<std::string, int> numbers;\n");
        hearth.append("empty.cc", "");
        hearth.hearth("export", "bin", "-c", pet, "g++", "--as", EXPORTED).succeeded();
        report.add("");
        double ratio = ratio(engine, hearth, pet, "slow.cc");
        Bench.target(report, "exported to inside", ratio, 1.1);
        ratio(engine, hearth, pet, "empty.cc");
        hearth.hearth("unexport", "bin", EXPORTED).succeeded();
    }

    private double ratio(String engine, InstalledHearth hearth, String pet, String file) {
        var exported = hearth.person().home().resolve(".local/bin").resolve(EXPORTED);
        double inside = 0;
        double outside = 0;
        // In turn, as the machine has slower minutes.
        for (int round = 0; round < ROUNDS; round++) {
            inside += Bench.seconds(() -> hearth.run(LIMIT, pet, "sh", "-c", loop("g++", file)));
            outside += Bench.seconds(() -> new Programs(hearth.person().environment())
                    .run(
                            LIMIT,
                            hearth.directory(),
                            hearth.person().saying(List.of("sh", "-c", loop(exported.toString(), file))))
                    .succeeded());
        }
        report.add(String.format(
                Locale.ROOT,
                "%d compilations of %s on %s, seconds: inside %.1f, exported %.1f",
                COMPILATIONS,
                file,
                engine,
                inside,
                outside));
        return outside / inside;
    }

    private static String loop(String compiler, String file) {
        return "i=0; while [ $i -lt %d ]; do %s -c -o out.o %s || exit; i=$((i + 1)); done"
                .formatted(COMPILATIONS / ROUNDS, compiler, file);
    }
}
