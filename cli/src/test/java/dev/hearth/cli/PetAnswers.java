package dev.hearth.cli;

import dev.hearth.engine.ExecRequest;
import java.util.List;

/** What a pet answers when it is asked what it has: each program, and one app. */
final class PetAnswers {
    private static final String ENTRY = "/usr/share/applications/htop.desktop";

    private PetAnswers() {}

    static List<String> to(ExecRequest request) {
        var words = request.command();
        return switch (words.get(1)) {
            case "program" -> List.of("/usr/bin/" + words.get(2));
            case "apps" -> List.of(ENTRY + "\t/usr/share/applications\tHtop");
            case "text" -> List.of("[Desktop Entry]", "Type=Application", "Name=Htop", "Exec=htop");
            default -> List.of();
        };
    }
}
