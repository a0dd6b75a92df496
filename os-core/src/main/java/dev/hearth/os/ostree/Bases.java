package dev.hearth.os.ostree;

import dev.hearth.core.text.Printable;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Source;
import dev.hearth.os.ostree.Course.Base;
import java.util.function.Consumer;

/** Gets hold of the commit that a course builds upon. */
final class Bases {
    private final Sysroot sysroot;
    private final Ostree ostree;
    private final UpdateCheck check;

    Bases(Sysroot sysroot, Ostree ostree, UpdateCheck check) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.check = check;
    }

    /**
     * Fetches the commit, if it is not here yet.
     *
     * @return its checksum
     * @throws OlderBase when it is older than the present one and must not be
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
        if (branch.remote() != null && !wanted.cacheOnly()) {
            check.requireRemote(branch.remote());
            requireRoom(branch, present);
            ostree.pull(branch, line -> events.accept(new OsEvent.Said(Printable.line(line))));
        }
        var checksum = ostree.newest(branch).orElseThrow(() -> new BranchMissing(branch));
        // What a check for updates left behind.
        if (CommitObject.isPartial(sysroot.repository(), checksum)) {
            throw new NotFetched(branch);
        }
        var found = CommitObject.read(sysroot.repository(), checksum).commit();
        if (!wanted.mayBeOlder() && isOlder(found, present.origin())) {
            throw new OlderBase(branch);
        }
        return checksum;
    }

    /** Only for something new: that there is nothing newer can be told on a full disk, too. */
    private void requireRoom(Source.Branch branch, Deployment present) {
        var room = new FetchRoom(sysroot.repository());
        if (room.isUsedUp()) {
            ostree.pullMetadata(branch);
            if (ostree.resolve(branch.text())
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
            ostree.pullCommit(branch, found, line -> events.accept(new OsEvent.Said(Printable.line(line))));
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
