package dev.hearth.os;

import dev.hearth.os.Succession.Transition;
import dev.hearth.os.etc.ConfigDrift;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.Decision.Conflict;
import dev.hearth.os.etc.EtcReport;
import dev.hearth.os.etc.EtcSources;
import dev.hearth.os.etc.EtcTree;
import dev.hearth.os.etc.LostChanges;
import dev.hearth.os.etc.MergePlan;
import dev.hearth.os.etc.MergedEtc;
import dev.hearth.os.etc.Resolution;
import dev.hearth.os.etc.ResolutionStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration in {@code /etc}: how it differs from the defaults, and how it goes over to another deployment. */
public final class BaseConfiguration {
    private static final Path ETC = Path.of("etc");
    private static final Path DEFAULTS = Path.of("usr/etc");

    private final OsEngine engine;
    private final ConfigMerge merge;
    private final ResolutionStore resolutions;

    public BaseConfiguration(OsEngine engine, ConfigMerge merge, ResolutionStore resolutions) {
        this.engine = engine;
        this.merge = merge;
        this.resolutions = resolutions;
    }

    /**
     * {@return where the configuration in use and the newest defaults differ from the older defaults}
     *
     * @throws NothingToCompare when nothing is deployed
     */
    public Drift drift() {
        var succession = succession();
        var present = succession.present().orElseThrow(NothingToCompare::new);
        var step = succession.latest().filter(Succession::isForward).orElse(new Transition(present, present));
        var sources = EtcSources.read(defaults(step.from()), defaults(step.to()), etc(present));
        var fresh = sources.newDefault();
        var own = ConfigDrift.of(new EtcSources(fresh, fresh, sources.local()));
        return new Drift(
                ConfigDrift.of(sources),
                own.rows().stream().map(ConfigDrift.Row::path).collect(Collectors.toSet()));
    }

    /**
     * How the configuration in use differs.
     *
     * @param sinceOldDefault from the older defaults, and the newest from those
     * @param own the paths where it differs from the newest defaults, too
     */
    public record Drift(ConfigDrift sinceOldDefault, Set<Path> own) {
        public Drift {
            own = Set.copyOf(own);
        }
    }

    /** {@return what a rollback would undo that takes the older deployment's configuration; nothing without an older one} */
    public LostChanges lostByRollback() {
        var succession = succession();
        var current = succession.status().next();
        var older = succession.older();
        // What is staged has not been in use: giving it up loses nothing.
        return current.isEmpty() || older.isEmpty() || current.get().marks().staged()
                ? new LostChanges(List.of())
                : LostChanges.between(EtcTree.read(etc(current.get())), EtcTree.read(etc(older.get())));
    }

    /** {@return the conflicts that nobody has decided; none where all of the configuration is in use already} */
    public NavigableMap<Path, Conflict> conflicts() {
        return plan().map(MergePlan::conflicts).orElse(Collections.emptyNavigableMap());
    }

    /**
     * Decides conflicts, for now and whenever the same versions meet again.
     *
     * @return what was written into the configuration of the deployment that boots next
     * @throws NoConflict when there is none about a path
     * @throws ConfigurationStaged when only ostree merges it at shutdown, by its own rules
     */
    public EtcReport resolve(Map<Path, Resolution> decisions) {
        var step = succession().undecided().orElseThrow(NoConflict::nothingWaits);
        if (step.to().marks().staged() && !engine.mergesAtShutdown()) {
            throw new ConfigurationStaged();
        }
        var conflicts = plan(step).conflicts();
        var decided = resolutions.read();
        for (var decision : new TreeMap<>(decisions).entrySet()) {
            var conflict = conflicts.get(decision.getKey());
            if (conflict == null) {
                throw new NoConflict(decision.getKey());
            }
            decided = decided.with(decision.getKey(), conflict, decision.getValue());
        }
        resolutions.write(decided);
        return new MergedEtc(etc(step.to())).write(plan(step));
    }

    private Optional<MergePlan> plan() {
        return succession().undecided().map(this::plan);
    }

    private MergePlan plan(Transition step) {
        var sources = EtcSources.read(defaults(step.from()), defaults(step.to()), etc(step.from()));
        return merge.plan(sources, resolutions.read());
    }

    private Succession succession() {
        return new Succession(engine.status());
    }

    private Path etc(Deployment deployment) {
        return engine.root(deployment.id()).resolve(ETC);
    }

    private Path defaults(Deployment deployment) {
        return engine.root(deployment.id()).resolve(DEFAULTS);
    }
}
