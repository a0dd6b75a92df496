package dev.hearth.os.ostree;

import dev.hearth.os.Change.Configuration;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.ostree.Course.Base;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a makeover takes before and after its layers, in words: for its plan, and as it happens. */
final class MakeoverSteps {
    private MakeoverSteps() {}

    /** Tells that steps are taken now. */
    static void begin(List<Step> steps, Consumer<OsEvent> events) {
        steps.stream().map(OsEvent.Began::new).forEach(events);
    }

    static List<Step> fetching(Course course) {
        var source = course.origin().source().text();
        return switch (course.base()) {
            case Base.Present _ -> List.of();
            case Base.Newest _ -> List.of(new Step("Fetch the newest version of " + source));
            case Base.Revision(var text) -> List.of(new Step("Fetch version " + text + " of " + source));
        };
    }

    /**
     * {@return what brings it to where it boots next}
     *
     * @param assembled whether anything is laid onto the base anew
     * @param checks what is looked at before
     */
    static List<Step> rollout(Course course, boolean assembled, Deployment present, List<Step> checks) {
        var arguments = course.kernelArguments();
        var steps = new ArrayList<Step>();
        steps.add(new Step("Deploy %s, with the configuration of %s merged in"
                .formatted(deployed(course, assembled), present.id().abbreviated())));
        steps.addAll(checks);
        steps.add(new Step(
                "Boot it next" + (arguments == null ? "" : ", with the arguments: " + String.join(" ", arguments))));
        return List.copyOf(steps);
    }

    private static String deployed(Course course, boolean assembled) {
        if (!(course.base() instanceof Base.Present)) {
            return "it";
        }
        return assembled ? "the result" : "the same version";
    }

    /** {@return what deploys an older commit anew} */
    static List<Step> again(Deployment older, Configuration etc, List<Step> checks) {
        var steps = new ArrayList<Step>();
        steps.add(new Step("Deploy the commit of " + older.id().abbreviated() + " again"));
        steps.add(new Step(
                etc == Configuration.MERGED
                        ? "Merge the configuration of now with its defaults"
                        : "Take the configuration of now over"));
        steps.addAll(checks);
        steps.add(new Step("Boot it next"));
        return List.copyOf(steps);
    }
}
