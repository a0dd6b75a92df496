package dev.hearth.os.ostree;

import dev.hearth.core.text.Printable;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Source;
import dev.hearth.os.ostree.Course.Base;
import dev.hearth.os.rollout.Channel;
import java.util.function.Consumer;

/** Gets hold of the commit that a course builds upon. */
final class Bases {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final UpdateCheck check;
    private final ChannelCheck channels;

    Bases(Sysroot sysroot, Ostree ostree, UpdateCheck check, ChannelCheck channels) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.check = check;
        this.channels = channels;
    }

    /**
     * Fetches the commit, if it is not here yet.
     *
     * @return its checksum
     * @throws OlderBase when it is older than the present one and must not be, as it may where that was withdrawn
     */
    String obtain(Course course, Deployment present, Consumer<OsEvent> events) {
        return switch (course.base()) {
            case Base.Present _ -> present.origin().checksum();
            case Base.Newest newest -> newest(branch(course), newest, present, events);
            case Base.Revision(var text) -> revision(branch(course), text, events);
        };
    }

    private static Source.Branch branch(Course course) {
        if (course.origin().source() instanceof Source.Branch branch) {
            return branch;
        }
        throw new NothingToFollow(course.origin().source());
    }

    private String newest(Source.Branch branch, Base.Newest wanted, Deployment present, Consumer<OsEvent> events) {
        boolean withdrawn = false;
        if (branch.remote() != null && !wanted.cacheOnly()) {
            check.requireRemote(branch.remote());
            var channel = channels.read(branch).orElse(null);
            withdrawn = channel != null && isWithdrawn(channel, present, events);
            var target = PullTarget.of(branch, channel);
            requireRoom(target, present);
            ostree.pull(target, line -> events.accept(new OsEvent.Said(Printable.line(line))));
        }
        var checksum = ostree.newest(branch).orElseThrow(() -> new BranchMissing(branch));
        // What a check for updates left behind.
        if (CommitObject.isPartial(sysroot.repository(), checksum)) {
            throw new NotFetched(branch);
        }
        var found = CommitObject.read(sysroot.repository(), checksum).commit();
        if (!wanted.mayBeOlder() && !withdrawn && isOlder(found, present.origin())) {
            throw new OlderBase(branch);
        }
        return checksum;
    }

    /** Tells why, too: whoever is taken back to something older should know. */
    private static boolean isWithdrawn(Channel channel, Deployment present, Consumer<OsEvent> events) {
        var bad = channel.withdrawal(present.origin().checksum());
        bad.ifPresent(each ->
                events.accept(new OsEvent.Warned("What is deployed was taken back: " + Printable.line(each.reason()))));
        return bad.isPresent();
    }

    /** Only for something new: that there is nothing newer can be told on a full disk, too. */
    private void requireRoom(PullTarget target, Deployment present) {
        var room = new FetchRoom(sysroot.repository());
        if (room.isUsedUp()) {
            ostree.pullMetadata(target);
            if (ostree.resolve(target.branch().text())
                    .filter(present.origin().checksum()::equals)
                    .isEmpty()) {
                throw room.failure();
            }
        }
    }

    private static boolean isOlder(Commit found, Commit present) {
        return found.time() != null
                && present.time() != null
                && found.time().isBefore(present.time())
                && !found.checksum().equals(present.checksum());
    }

    private String revision(Source.Branch branch, String text, Consumer<OsEvent> events) {
        if (branch.remote() != null) {
            check.requireRemote(branch.remote());
            ostree.pullHistory(branch);
        }
        var found = find(branch, text);
        if (branch.remote() != null) {
            ostree.pull(new PullTarget(branch, found), line -> events.accept(new OsEvent.Said(Printable.line(line))));
        }
        return found;
    }

    /** Walks back from the newest commit until one has the version or begins with the digits. */
    private String find(Source.Branch branch, String text) {
        var wanted = text.startsWith("version=") ? text.substring("version=".length()) : text;
        var next = ostree.newest(branch).orElseThrow(() -> new BranchMissing(branch));
        while (next != null) {
            var object = CommitObject.read(sysroot.repository(), next);
            boolean isMeant =
                    wanted.equals(object.commit().version()) || (wanted.length() >= 6 && next.startsWith(wanted));
            if (isMeant) {
                return next;
            }
            next = object.parent() != null && CommitObject.exists(sysroot.repository(), object.parent())
                    ? object.parent()
                    : null;
        }
        throw new RevisionMissing(text, branch);
    }
}
