package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.packages.InstalledPackage;
import org.junit.jupiter.api.Test;

class DnfTest {
    @Test
    void readsWhatIsInstalledWithoutKeysAndEmptyEpochs() {
        var database = Dnf.parse("""
                =\tbash\t0:5.2-1\tx86_64
                bash
                /bin/sh
                =\tgpg-pubkey\t1-2\t(none)
                gpg(us)
                =\tvim\t2:9.1-1.fc42\tx86_64
                """);

        var bash = new InstalledPackage("bash", "5.2-1", "x86_64");
        assertThat(database.packages()).containsExactly(bash, new InstalledPackage("vim", "2:9.1-1.fc42", "x86_64"));
        assertThat(database.fulfilling("/bin/sh")).contains(bash);
        assertThat(database.fulfilling("bash-5.2-1.x86_64")).contains(bash);
        assertThat(database.fulfilling("emacs")).isEmpty();
    }
}
