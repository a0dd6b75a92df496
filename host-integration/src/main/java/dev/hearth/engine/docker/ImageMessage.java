package dev.hearth.engine.docker;

import dev.hearth.core.text.Printable;
import dev.hearth.engine.json.Json;
import dev.hearth.images.Transfer;
import java.util.Optional;

/** Reads the messages that engines send while they work on an image. */
final class ImageMessage {
    private ImageMessage() {}

    /** {@return what a message tells the user} */
    static Optional<Transfer> transfer(Json message) {
        var part = message.at("id").text();
        var state = message.at("status").text();
        if (!part.isEmpty() && !state.isEmpty()) {
            return Optional.of(new Transfer.Part(
                    Printable.line(part),
                    Printable.line(state),
                    message.at("progressDetail", "current").number(),
                    message.at("progressDetail", "total").number()));
        }
        var line = Printable.line(message.at("stream").nonEmpty().orElse(state));
        return line.isEmpty() ? Optional.empty() : Optional.of(new Transfer.Line(line));
    }

    /** {@return the id of the image that was made, in the message that says so} */
    static Optional<String> id(Json message) {
        return message.at("Id")
                .nonEmpty()
                .or(() -> message.at("aux", "ID").nonEmpty())
                .or(() -> message.at("status").nonEmpty().filter(status -> status.matches("sha256:[0-9a-f]{64}")));
    }
}
