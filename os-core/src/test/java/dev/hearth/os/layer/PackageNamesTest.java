package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"tmux", "g++", "libc6:amd64", "tmux=3.3a-3", "perl(Foo)", "/usr/bin/foo", "pkgconfig(zlib)"})
    void takesWhatPackageManagersCallPackages(String name) {
        assertThat(new LayerItem.Named(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-y", "--reinstall", "bash-", "a b", "a\nb", "foo/sid", "@group", "*", "./x.deb", "~nfoo"})
    void refusesWhatTheyWouldTakeForSomethingElse(String name) {
        assertThatThrownBy(() -> new LayerItem.Named(name)).isInstanceOf(InvalidPackageName.class);
    }

    @Test
    void showsTheWordWithoutWhatATerminalWouldObey() {
        assertThatThrownBy(() -> new LayerItem.Removal("a\033[2J")).hasMessage("'a[2J' is not the name of a package");
    }
}
