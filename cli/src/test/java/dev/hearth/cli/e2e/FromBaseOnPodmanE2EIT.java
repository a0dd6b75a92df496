package dev.hearth.cli.e2e;

/** Makes a user's pets of the base on rootless Podman. */
@BesideDocker
class FromBaseOnPodmanE2EIT extends FromBaseContract {
    FromBaseOnPodmanE2EIT() {
        super(TestedEngine.PODMAN);
    }

    /** A user's pet may not look into processes of the host's, so it runs the deployment's program by itself. */
    @Override
    String debugged(String inPet) {
        var script = "/run/host%s/usr/bin/sleep 600 & pid=$!; sleep 1; %s; kill $pid"
                .formatted(deployment(), FromBaseContract.gdb("'$pid'"));
        return hearth().run(inPet, "sh", "-c", script);
    }
}
