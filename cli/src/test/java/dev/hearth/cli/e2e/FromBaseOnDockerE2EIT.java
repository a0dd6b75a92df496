package dev.hearth.cli.e2e;

import java.nio.file.Path;
import java.util.List;

/** Makes root's pets of the base on Docker. */
class FromBaseOnDockerE2EIT extends FromBaseContract {
    FromBaseOnDockerE2EIT() {
        super(TestedEngine.DOCKER);
    }

    /** The process is the host's, which a pet sees. */
    @Override
    String debugged(String inPet) {
        var log = hearth().directory().resolve("deployed.log");
        var process = new Programs(System.getenv())
                .start(Path.of("/"), log, List.of("chroot", deployment().toString(), "/usr/bin/sleep", "600"));
        try {
            return hearth().run(inPet, "sh", "-c", FromBaseContract.gdb(Long.toString(process.pid())));
        } finally {
            Programs.end(process);
        }
    }
}
