package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.os.Source;

/** A deployment follows nothing that plain ostree could fetch a newer version of. */
public final class NothingToFollow extends Failure.Conflict {
    public NothingToFollow(Source source) {
        super(
                switch (source) {
                    case Source.Image image ->
                        "The base follows the container image '" + image.reference()
                                + "', which plain ostree cannot fetch";
                    case Source.Fixed fixed -> "The base stays at the commit " + fixed.checksum();
                    case Source.Branch _, Source.None _ -> "The base follows nothing that newer versions come from";
                },
                "`hearth os rebase REMOTE:BRANCH` makes it follow a branch.");
    }
}
