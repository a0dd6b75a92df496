package dev.hearth.engine.docker;

import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the user's logins with Podman and Docker left for a registry. */
final class Credentials {
    /** The value of the header for somebody who has not logged in. */
    static final String NOBODY = Base64.getUrlEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));

    private static final String DOCKER_HUB = "docker.io";
    /** What Docker's own command writes for its registry, to this day. */
    private static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

    private final Environment environment;
    private final Path home;
    private final Processes processes;

    Credentials(Environment environment, Path home, Processes processes) {
        this.environment = environment;
        this.home = home;
        this.processes = processes;
    }

    /** {@return the value of the header {@code X-Registry-Auth} for a registry that the user has logged in to} */
    Optional<String> header(String domain) {
        return files().stream()
                .map(Credentials::json)
                .flatMap(file -> login(file, domain).stream())
                .findFirst()
                .map(Credentials::encoded);
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        environment.get("REGISTRY_AUTH_FILE").map(Path::of).ifPresent(files::add);
        HostPaths.sessionRuntime(environment)
                .map(runtime -> runtime.resolve("containers/auth.json"))
                .ifPresent(files::add);
        files.add(environment
                .get("DOCKER_CONFIG")
                .map(Path::of)
                .orElse(home.resolve(".docker"))
                .resolve("config.json"));
        return files;
    }

    private Optional<Map<String, String>> login(Json file, String domain) {
        for (var key : keys(domain)) {
            var helper = file.at("credHelpers", key)
                    .nonEmpty()
                    .or(() -> file.at("credsStore").nonEmpty());
            var found = stored(file.at("auths", key), key).or(() -> helper.flatMap(name -> helped(name, key)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> keys(String domain) {
        return domain.equals(DOCKER_HUB) ? List.of(DOCKER_HUB_KEY, DOCKER_HUB) : List.of(domain, "https://" + domain);
    }

    private static Optional<Map<String, String>> stored(Json entry, String server) {
        var token = entry.at("identitytoken").nonEmpty();
        if (token.isPresent()) {
            return token.map(text -> tokenFor(text, server));
        }
        return entry.at("auth")
                .nonEmpty()
                .map(Credentials::decoded)
                .filter(pair -> pair.contains(":"))
                .map(pair -> {
                    int colon = pair.indexOf(':');
                    return password(pair.substring(0, colon), pair.substring(colon + 1), server);
                });
    }

    private Optional<Map<String, String>> helped(String helper, String server) {
        var program = "docker-credential-" + helper;
        if (!helper.matches("[A-Za-z0-9._-]+") || processes.locate(program).isEmpty()) {
            return Optional.empty();
        }
        var finished = processes.run(Command.of(program, "get").withInput(server));
        var answer = Json.parse(finished.out());
        // A helper that knows nothing of a registry ends with an error.
        return answer.at("Secret").nonEmpty().filter(_ -> finished.succeeded()).map(secret -> {
            var user = answer.at("Username").text();
            return user.equals("<token>") ? tokenFor(secret, server) : password(user, secret, server);
        });
    }

    private static Map<String, String> tokenFor(String token, String server) {
        var result = new LinkedHashMap<String, String>();
        result.put("identitytoken", token);
        result.put("serveraddress", server);
        return result;
    }

    private static Map<String, String> password(String user, String password, String server) {
        var result = new LinkedHashMap<String, String>();
        result.put("username", user);
        result.put("password", password);
        result.put("serveraddress", server);
        return result;
    }

    private static String encoded(Map<String, String> login) {
        return Base64.getUrlEncoder().encodeToString(Json.write(login).getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static Json json(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Json.parse("{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
