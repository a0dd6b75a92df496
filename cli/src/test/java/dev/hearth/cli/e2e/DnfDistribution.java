package dev.hearth.cli.e2e;

import dev.hearth.os.layer.ItHost;
import dev.hearth.os.layer.RpmFile;
import dev.hearth.os.layer.RpmRepository;
import dev.hearth.os.layer.RpmSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small distribution with dnf and rpm, and without dpkg. */
final class DnfDistribution implements BaseDistribution {
    private final Path directory;
    private final Path archive;
    private final RpmRepository repository;

    private DnfDistribution(Path directory, Path archive, RpmRepository repository) {
        this.directory = directory;
        this.archive = archive;
        this.repository = repository;
    }

    static DnfDistribution open(Path directory) throws IOException {
        var archive = RpmSystem.directory().resolve("root.tar");
        return new DnfDistribution(directory, archive, RpmRepository.open(directory));
    }

    @Override
    public void layOut(Path tree) throws IOException {
        ItHost.run(
                "../os-core/src/it/ostree-tree",
                archive.toString(),
                tree.toString(),
                file("it-base", "1.0").toString(),
                file("it-spare", "1.0").toString());
        repository.configure(tree);
    }

    @Override
    public void offer(String name, String version, List<String> needs) {
        var made = RpmFile.of(name, version);
        for (var need : needs) {
            made = made.tag("Requires: " + need);
        }
        repository.add(made);
        repository.publish();
    }

    @Override
    public void offerWith(String name, String version, String path) {
        repository.add(RpmFile.of(name, version).file("/" + path));
        repository.publish();
    }

    @Override
    public void offerBroken(String name, String version) {
        repository.add(RpmFile.of(name, version).script("%pre\nexit 3"));
        repository.publish();
    }

    @Override
    public Path file(String name, String version) {
        // The distribution has no package that owns the link to its shell, which scripts need.
        return RpmFile.of(name, version).tag("Provides: /bin/sh").build(directory);
    }

    @Override
    public String title(String name, String version) {
        return "%s-%s-1.noarch".formatted(name, version);
    }

    @Override
    public String pet(InstalledHearth hearth) {
        RpmImage.importInto(hearth);
        var pet = hearth.create(RpmImage.NAME);
        hearth.run(pet, "sudo", "sh", "-ec", """
                mkdir -p /etc/yum.repos.d
                printf '[it]\\nname=it\\nbaseurl=%s/\\ngpgcheck=0\\nmetadata_expire=0\\n' "$1" \\
                    >/etc/yum.repos.d/it.repo
                """, "sh", repository.address());
        return pet;
    }

    @Override
    public String exactly(String name, String version) {
        return name + "-" + version;
    }

    @Override
    public String verification() {
        return "rpm --verify --all --nomtime";
    }

    @Override
    public void close() {
        repository.close();
    }
}
