package dev.hearth.os.etc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountLinesTest {

    @Test
    void keepsLocalAccountsAndAddsNewOnes() {
        assertThat(merge(
                        AccountFile.PASSWD, "root:x:0:0\n", "root:x:0:0\nnew:x:5:5\n", "root:x:0:0\nown:x:1000:1000\n"))
                .isEqualTo("root:x:0:0\nown:x:1000:1000\nnew:x:5:5\n");
    }

    @Test
    void keepsAnAccountThatUpstreamRemoved() {
        assertThat(merge(AccountFile.PASSWD, "a:x:1:1\nb:x:2:2\n", "b:x:2:2\n", "a:x:1:1\nb:x:2:2\nc:x:3:3\n"))
                .isEqualTo("a:x:1:1\nb:x:2:2\nc:x:3:3\n");
    }

    @Test
    void doesNotBringBackAnAccountThatWasRemovedHere() {
        assertThat(merge(AccountFile.PASSWD, "a:x:1:1\ngames:x:2:2\n", "a:x:1:1\ngames:x:2:2\nc:x:3:3\n", "a:x:1:1\n"))
                .isEqualTo("a:x:1:1\nc:x:3:3\n");
    }

    @Test
    void takesEachFieldFromTheSideThatChangedItAndHereWhenBothDid() {
        assertThat(merge(
                        AccountFile.PASSWD,
                        "a:x:1:1:name:/home:/bin/sh\n",
                        "a:x:1:1:theirs:/home:/usr/sbin/nologin\n",
                        "a:x:1:1:ours:/home:/bin/sh\n"))
                .isEqualTo("a:x:1:1:ours:/home:/usr/sbin/nologin\n");
    }

    @Test
    void keepsTheIdsOfLocalAccounts() {
        assertThat(merge(AccountFile.PASSWD, "a:x:1:1:\n", "a:x:9:9:new\n", "a:x:1:1:\n"))
                .isEqualTo("a:x:1:1:new\n");
    }

    @Test
    void keepsALocalPassword() {
        assertThat(merge(
                        AccountFile.SHADOW,
                        "root:*:1:0:\nb:!:1:0:\n",
                        "root:!*:1:0:\nb:!:1:0:\nnew:!*:1:0:\n",
                        "root:$y$hash:2:0:\nb:!:1:0:\n"))
                .isEqualTo("root:$y$hash:2:0:\nb:!:1:0:\nnew:!*:1:0:\n");
    }

    @Test
    void unitesTheMembersOfAGroupAndRemovesWhoEitherSideRemoved() {
        assertThat(merge(AccountFile.GROUP, "wheel:x:10:a,b,c\n", "wheel:x:10:a,b,new\n", "wheel:x:10:b,c,me\n"))
                .isEqualTo("wheel:x:10:b,me,new\n");
    }

    @Test
    void givesANewAccountAFreeIdWhenItsOwnIsTaken() {
        var lines = new AccountLines(AccountFile.GROUP, Map.of());

        var merged = lines.merge("", "new:x:990:\nother:x:999:\n", "mine:x:990:\n");

        assertThat(merged).isEqualTo("mine:x:990:\nnew:x:998:\nother:x:999:\n");
        assertThat(lines.moved()).isEqualTo(Map.of(990, 998));
    }

    @Test
    void leavesAnIdThatTwoNamesShareOnPurpose() {
        assertThat(merge(AccountFile.PASSWD, "", "root:x:0:0\ntoor:x:0:0\n", "root:x:0:0\nme:x:1000:1000\n"))
                .isEqualTo("root:x:0:0\nme:x:1000:1000\ntoor:x:0:0\n");
    }

    @Test
    void movesARangeThatOverlaps() {
        assertThat(merge(
                        AccountFile.SUBUID,
                        "",
                        "builder:100000:65536\nfar:900000:10\n",
                        "me:120000:65536\nme:500000:1000\n"))
                .isEqualTo("me:120000:65536\nme:500000:1000\nbuilder:501000:65536\nfar:900000:10\n");
    }

    @Test
    void leavesLinesAloneThatAreNoAccounts() {
        assertThat(merge(
                        AccountFile.PASSWD,
                        "",
                        "+::::::\n# theirs\na:x:1:1\n",
                        "# ours\n\nb\n+@staff::::::\n+::::::\n"))
                .isEqualTo("# ours\n\nb\n+@staff::::::\n+::::::\n# theirs\na:x:1:1\n");
    }

    @Test
    void keepsALineWhoseFieldsCannotBeCompared() {
        assertThat(merge(AccountFile.PASSWD, "a:x:1\n", "a:x:1:1:new\n", "a:y:1\n"))
                .isEqualTo("a:y:1\n");
        assertThat(merge(AccountFile.GROUP, "", "n:x:many:\n", "a:x:1:\n")).isEqualTo("a:x:1:\nn:x:many:\n");
    }

    private static String merge(AccountFile file, String old, String fresh, String local) {
        return new AccountLines(file, Map.of()).merge(old, fresh, local);
    }
}
