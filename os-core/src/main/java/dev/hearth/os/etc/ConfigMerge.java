package dev.hearth.os.etc;

import dev.hearth.core.process.Processes;

/**
 * Merges the local configuration into new defaults, three-way: what only one side changed goes in, by lines where both
 * changed a text, and what does not go together is a conflict for somebody to decide.
 */
public final class ConfigMerge {
    private final TextMerge texts;

    /** Merges lines with the host's {@code diff3}. */
    public ConfigMerge(Processes processes) {
        this.texts = new TextMerge(processes);
    }

    /**
     * {@return what to do with each path; nothing is written}
     *
     * @param resolutions the decisions about conflicts so far
     * @throws EtcForbidden when a file may not be read
     */
    public MergePlan plan(EtcSources sources, Resolutions resolutions) {
        return new MergePlanner(sources, resolutions, texts).plan();
    }
}
