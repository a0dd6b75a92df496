package dev.hearth.cli.e2e;

/** An image that differs from that of the tests in the release that it says it is, and has no package sources. */
final class SecondImage implements AutoCloseable {
    /** The release that it says it is. */
    static final int RELEASE = 13;

    private final InstalledHearth hearth;
    private final String name = "localhost/it/" + InstalledHearth.newName();

    private SecondImage(InstalledHearth hearth) {
        this.hearth = hearth;
    }

    /** {@return one on the engine of that hearth} */
    static SecondImage on(InstalledHearth hearth) {
        var image = new SecondImage(hearth);
        var source = InstalledHearth.newName();
        var release = hearth.append("os-release", "NAME=Debian\nID=debian\nVERSION_ID=%d\n".formatted(RELEASE));
        var nothing = hearth.append("no-sources", "");
        hearth.client("create", "--name", source, TestedEngine.image(), "true").succeeded();
        hearth.client("cp", release.toString(), source + ":/usr/lib/os-release").succeeded();
        hearth.client("cp", nothing.toString(), source + ":/etc/apt/sources.list")
                .succeeded();
        hearth.client("commit", source, image.name).succeeded();
        hearth.client("rm", source).succeeded();
        return image;
    }

    String name() {
        return name;
    }

    /** {@return whether a pet is of it} */
    boolean isThatOf(String pet) {
        return hearth.run(pet, "cat", "/etc/os-release").contains("VERSION_ID=" + RELEASE);
    }

    @Override
    public void close() {
        hearth.client("rmi", name).succeeded();
    }
}
