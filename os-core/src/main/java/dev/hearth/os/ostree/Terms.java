package dev.hearth.os.ostree;

import dev.hearth.os.Change;

/**
 * On what terms a change is made.
 *
 * @param cacheOnly whether without network, with what was fetched before
 * @param strict whether one request that cannot be met keeps all from being done
 * @param newerFiles whether packages that came as files are looked for in newer versions
 */
record Terms(boolean cacheOnly, boolean strict, boolean newerFiles) {
    static Terms of(Change change) {
        return switch (change) {
            case Change.Upgrade upgrade -> new Terms(upgrade.cacheOnly(), upgrade.strict(), !upgrade.cacheOnly());
            case Change.Packages packages -> new Terms(packages.cacheOnly(), packages.strict(), false);
            case Change.Rebase rebase -> new Terms(false, rebase.strict(), false);
            case Change.Deploy deploy -> new Terms(false, deploy.strict(), false);
            default -> new Terms(false, false, false);
        };
    }
}
