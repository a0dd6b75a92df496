package dev.hearth.os.layer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Where newer versions of a package are looked for that came as a file. */
public sealed interface UpdateSource {

    /** {@return the address that it was made of} */
    String text();

    /** The file itself, in its newest version always at the same address. */
    record File(URI address) implements UpdateSource {
        @Override
        public String text() {
            return address.toString();
        }
    }

    /**
     * A repository of apt or dnf.
     *
     * @param suite for apt, the suite and its components; none for a repository that is one directory
     */
    record Repository(URI address, List<String> suite) implements UpdateSource {
        public Repository {
            suite = List.copyOf(suite);
        }

        @Override
        public String text() {
            return suite.isEmpty() ? address.toString() : address + " " + String.join(" ", suite);
        }

        /** Whether nobody but the server can answer; otherwise its signature has to vouch for it. */
        boolean isAuthentic() {
            return "https".equals(address.getScheme());
        }
    }

    /**
     * Reads what a user gives.
     *
     * @throws InvalidUpdateSource when nothing trustworthy can be there
     */
    static UpdateSource parse(String text) {
        var words = List.of(text.strip().split(" +"));
        var address = address(words.getFirst()).orElseThrow(() -> InvalidUpdateSource.noAddress(text));
        var suite = words.subList(1, words.size());
        if (!suite.stream().allMatch(word -> word.matches("[A-Za-z0-9][A-Za-z0-9._/+-]*"))) {
            throw InvalidUpdateSource.noAddress(text);
        }
        if (!suite.isEmpty() || !words.getFirst().matches(".*\\.(deb|rpm)")) {
            return new Repository(address, suite);
        }
        if (!"https".equals(address.getScheme())) {
            throw InvalidUpdateSource.unauthenticFile(text);
        }
        return new File(address);
    }

    private static Optional<URI> address(String word) {
        try {
            var address = new URI(word);
            boolean usable = word.matches("https?://[^\\[\\]\"'\\\\]+")
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
