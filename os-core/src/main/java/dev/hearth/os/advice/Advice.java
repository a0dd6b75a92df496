package dev.hearth.os.advice;

import dev.hearth.os.packages.InstalledPackage;
import org.jspecify.annotations.Nullable;

/**
 * Where something that was asked for belongs.
 *
 * @param request the name that was layered or asked about, or the file
 * @param origin how it comes to the base
 * @param identity the package that it is; absent when the deployment has none of that name
 * @param judgement absent when there is no package to judge
 */
public record Advice(
        String request,
        Origin origin,
        @Nullable InstalledPackage identity,
        @Nullable Judgement judgement) {
    /** How a package comes to the base. */
    public enum Origin {
        /** It was layered on request. */
        LAYERED,
        /** It is part of the base, or came along with a layer. */
        PRESENT,
        /** It is a file that was asked about. */
        FILE
    }
}
