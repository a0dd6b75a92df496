package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SysusersTest {
    @Test
    void keepsTheNumbersOfNewUsersAndGroupsAndNewMembers() {
        var before = new Sysusers.Accounts("root:x:0:0:root:/root:/bin/bash\n", "root:x:0:\naudio:x:29:old\n");
        var after = new Sysusers.Accounts("""
                root:x:0:0:root:/root:/bin/bash
                nginx:x:101:105:nginx user,,,:/nonexistent:/bin/false
                bare:x:102:0:::
                """, "root:x:0:\naudio:x:29:old,nginx\nnginx:x:105:\n");

        assertThat(Sysusers.added(before, after))
                .containsExactly(
                        "g nginx 105 -",
                        "u nginx 101:105 \"nginx user,,,\" /nonexistent /bin/false",
                        "u bare 102:0 - - -",
                        "m nginx audio");
    }

    @Test
    void saysNothingWhenNobodyCame() {
        var accounts = new Sysusers.Accounts("root:x:0:0:root:/root:/bin/bash\n", "root:x:0:\n");

        assertThat(Sysusers.added(accounts, accounts)).isEmpty();
    }
}
