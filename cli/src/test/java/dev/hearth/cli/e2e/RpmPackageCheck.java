package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BuiltPackages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The root is a Debian, whose programs no rpm owns: what the package needs of others is not asked for. */
class RpmPackageCheck extends PackageContract {
    @Override
    void install(CleanRoot into, Path file) {
        into.beside("rpm", "--root", into.path("/").toString(), "--nodeps", "--upgrade", file.toString())
                .succeeded();
    }

    @Override
    void remove(CleanRoot from) {
        from.beside("rpm", "--root", from.path("/").toString(), "--erase", "hearth")
                .succeeded();
    }

    @Override
    Path built() {
        return BuiltPackages.ending(".rpm");
    }

    @Override
    Path older() throws IOException {
        var tree = directory.resolve("older");
        run("rpm", "--root", tree.toString(), "--nodeps", "--noscripts", "--install", built().toString());
        BuiltPackages.age(tree);
        var spec = directory.resolve("older.spec");
        Files.writeString(
                spec,
                Files.readString(Path.of("packaging/rpm/hearth.spec"))
                        .replace("@VERSION@", BuiltPackages.OLDER)
                        .replace("@PACKAGER@", "it"));
        run(
                "rpmbuild",
                "-bb",
                "--define",
                "_topdir " + directory.resolve("top"),
                "--define",
                "_rpmdir " + directory,
                "--define",
                "_rpmfilename older.rpm",
                "--define",
                "_binary_payload w1.gzdio",
                "--define",
                "stage " + tree,
                spec.toString());
        return directory.resolve("older.rpm");
    }

    @Override
    String zshCompletion() {
        return "/usr/share/zsh/site-functions/_hearth";
    }
}
