package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.DebFile;
import dev.hearth.os.layer.DebRepository;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small Debian. */
final class AptDistribution implements BaseDistribution {
    private final Path directory;
    private final DebRepository repository;

    private AptDistribution(Path directory, DebRepository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    static AptDistribution open(Path directory) throws IOException {
        Needed.programs("dpkg-deb", "dpkg-scanpackages", "gpg");
        return new AptDistribution(directory, DebRepository.open(directory));
    }

    @Override
    public void layOut(Path tree) throws IOException {
        ItHost.run(
                "../os-core/src/it/ostree-tree",
                Debian.archive().toString(),
                tree.toString(),
                file("it-base", "1.0").toString(),
                file("it-spare", "1.0").toString());
        repository.configure(tree);
    }

    @Override
    public void offer(String name, String version, List<String> needs) throws IOException {
        var made = DebFile.of(name, version);
        repository.add(needs.isEmpty() ? made : made.with("Depends", String.join(", ", needs)));
        repository.publish();
    }

    @Override
    public void offerWith(String name, String version, String path) throws IOException {
        repository.add(DebFile.of(name, version).file(path, "#!/bin/sh\necho " + name + "\n"));
        repository.publish();
    }

    @Override
    public void offerBroken(String name, String version) throws IOException {
        repository.add(DebFile.of(name, version).script("postinst", "exit 3"));
        repository.publish();
    }

    @Override
    public Path file(String name, String version) {
        return DebFile.of(name, version).build(directory);
    }

    @Override
    public String title(String name, String version) {
        return "%s_%s_all.deb".formatted(name, version);
    }

    @Override
    public String pet(InstalledHearth hearth) {
        var pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "sudo", "sh", "-ec", """
                rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
                printf '%s\\n' "$1" >/etc/apt/sources.list.d/it.list
                apt-get -q update
                """, "sh", "deb [trusted=yes] " + repository.address() + " it/");
        return pet;
    }

    @Override
    public String exactly(String name, String version) {
        return name + "=" + version;
    }

    @Override
    public String verification() {
        return "mkdir -p /var/lib && ln -s ../../usr/lib/sysimage/dpkg /var/lib/dpkg && dpkg --verify";
    }

    @Override
    public void close() {
        repository.close();
    }
}
