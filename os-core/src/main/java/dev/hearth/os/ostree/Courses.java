package dev.hearth.os.ostree;

import dev.hearth.os.Change;
import dev.hearth.os.Deployment;
import dev.hearth.os.Source;
import dev.hearth.os.ostree.Course.Base;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Works out where a change leads, from what is deployed now. */
final class Courses {
    private final Deployment present;
    private final Origin origin;
    private final Function<Path, StoredPackage> inspect;

    /**
     * @param inspect reads what a package file is
     */
    Courses(Deployment present, Origin origin, Function<Path, StoredPackage> inspect) {
        this.present = present;
        this.origin = origin.carriedOver();
        this.inspect = inspect;
    }

    /** {@return where the change leads; empty for a change that makes no deployment} */
    Optional<Course> of(Change change) {
        return Optional.ofNullable(
                switch (change) {
                    case Change.Upgrade upgrade ->
                        new Course(origin.atNewest(), new Base.Newest(upgrade.cacheOnly(), upgrade.allowOlder()), null);
                    case Change.Rebase rebase ->
                        new Course(origin.following(target(rebase.target())), new Base.Newest(false, true), null);
                    case Change.Deploy deploy -> new Course(origin, new Base.Revision(deploy.revision()), null);
                    case Change.Packages packages ->
                        Course.keepingBase(Requests.after(origin, packages, inspected(packages.files())));
                    case Change.Overrides overrides ->
                        Course.keepingBase(Requests.after(origin, overrides, inspected(overrides.replace())));
                    case Change.ResetOverrides reset -> Course.keepingBase(Requests.after(origin, reset));
                    case Change.Reset reset -> Course.keepingBase(Requests.after(origin, reset));
                    case Change.KernelArguments arguments ->
                        new Course(
                                origin,
                                new Base.Present(),
                                KernelArguments.after(present.kernelArguments(), arguments));
                    case Change.Rollback _,
                            Change.Pin _,
                            Change.Undeploy _,
                            Change.Cleanup _,
                            Change.Unlock _,
                            Change.ApplyLive _,
                            Change.Cancel _,
                            Change.Automatic _ -> null;
                });
    }

    private List<String> inspected(List<Path> files) {
        return files.stream().map(inspect).map(StoredPackage::toString).toList();
    }

    /** {@code REMOTE:BRANCH}, {@code REMOTE:} with the present branch, or {@code BRANCH} of the present remote. */
    private Source.Branch target(String text) {
        if (!(present.source() instanceof Source.Branch now)) {
            return Source.Branch.parse(text);
        }
        if (text.endsWith(":")) {
            return Source.Branch.parse(text + now.name());
        }
        return text.contains(":") || now.remote() == null
                ? Source.Branch.parse(text)
                : Source.Branch.parse(now.remote() + ":" + text);
    }
}
