package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BuiltPackages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class DebPackageCheck extends PackageContract {
    @Override
    void install(CleanRoot into, Path file) {
        var inside = "/var/cache/" + file.getFileName();
        run("cp", file.toString(), into.path(inside).toString());
        into.run("dpkg", "--install", inside).succeeded();
        into.run("dpkg", "--verify", "hearth").succeeded();
    }

    @Override
    void remove(CleanRoot from) {
        from.run("dpkg", "--remove", "hearth").succeeded();
        from.run("dpkg", "--purge", "hearth").succeeded();
    }

    @Override
    Path built() {
        return BuiltPackages.ending(".deb");
    }

    @Override
    Path older() throws IOException {
        var tree = directory.resolve("older");
        run("dpkg-deb", "--raw-extract", built().toString(), tree.toString());
        BuiltPackages.age(tree);
        var control = tree.resolve("DEBIAN/control");
        Files.writeString(
                control,
                Files.readString(control).replaceFirst("(?m)^Version: .*$", "Version: " + BuiltPackages.OLDER));
        Files.delete(tree.resolve("DEBIAN/md5sums"));
        var made = directory.resolve("older.deb");
        run("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree.toString(), made.toString());
        return made;
    }

    @Override
    String zshCompletion() {
        return "/usr/share/zsh/vendor-completions/_hearth";
    }
}
