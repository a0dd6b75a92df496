package dev.hearth.os.advice;

import java.util.List;

/**
 * Where a package belongs, and why.
 *
 * @param needs what of it the system itself needs; empty unless it belongs in the base
 * @param offers what it has for its users
 */
public record Judgement(Place place, List<Evidence> needs, Offers offers) {
    public Judgement {
        needs = List.copyOf(needs);
    }
}
