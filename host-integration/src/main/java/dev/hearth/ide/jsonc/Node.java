package dev.hearth.ide.jsonc;

import java.util.List;
import java.util.Optional;

/**
 * A value, and where in the text it is.
 *
 * @param members of an object, in order; none of anything else
 * @param comma where the last member's own comma is; -1 where it has none
 */
record Node(int start, int end, boolean isObject, List<Node.Member> members, int comma) {
    Node {
        members = List.copyOf(members);
    }

    /** A member of an object, from its key's place on. */
    record Member(int start, String key, Node value) {}

    Optional<Member> member(String key) {
        // Where a key is there twice, the last one counts to all who read it.
        return members.stream().filter(member -> member.key().equals(key)).reduce((_, last) -> last);
    }
}
