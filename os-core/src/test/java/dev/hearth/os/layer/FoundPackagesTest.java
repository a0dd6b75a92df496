package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.OsEngine.FoundPackage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundPackagesTest {
    @Test
    void takesWhatHasAllTheWordsByName() {
        var search = new FoundPackages(List.of("Text", "nano"));

        search.offer("nano-tiny", "7.2", "small text editor");
        search.offer("nano", "7.2", "Friendly TEXT editor");
        search.offer("vim", "9.0", "text editor");

        assertThat(search.list())
                .containsExactly(
                        new FoundPackage("nano", "7.2", "Friendly TEXT editor"),
                        new FoundPackage("nano-tiny", "7.2", "small text editor"));
    }

    @Test
    void takesEachNameOnce() {
        var search = new FoundPackages(List.of("a"));

        search.offer("a", "1", "for this machine");
        search.offer("a", "1", "for another");

        assertThat(search.list()).containsExactly(new FoundPackage("a", "1", "for this machine"));
    }

    @Test
    void readsTheRecordsThatAptPrints() {
        var search = new FoundPackages(List.of("editor"));
        var records = new AptRecords(search);

        // apt 2.6.1: `apt-cache search --full`, shortened.
        """
        Package: nano
        Version: 7.2-1+deb12u1
        Description: small, friendly text editor inspired by Pico
        Tag: implemented-in::c, interface::text-mode,
         suite::gnu, uitoolkit::ncurses
        Filename: pool/main/n/nano/nano_7.2-1+deb12u1_amd64.deb

        Package: own-editor
        Status: install ok installed
        Version: 1
        Description: an editor that no source has

        Package: vim
        Version: 2:9.0.1378-2+deb12u2
        Description: Vi IMproved - enhanced vi editor
        Filename: pool/main/v/vim/vim_9.0.1378-2+deb12u2_amd64.deb
        """.lines().forEach(records::read);
        records.end();

        assertThat(search.list())
                .containsExactly(
                        new FoundPackage("nano", "7.2-1+deb12u1", "small, friendly text editor inspired by Pico"),
                        new FoundPackage("vim", "2:9.0.1378-2+deb12u2", "Vi IMproved - enhanced vi editor"));
    }
}
