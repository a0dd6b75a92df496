package dev.hearth.engine.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import dev.hearth.engine.ApiVersion;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings for docker-java that name a socket and nothing else.
 *
 * <p>Its own default settings come from the user's environment and files, and could so lead to another engine than the
 * one that was found.
 */
final class DockerJavaSettings implements DockerClientConfig {
    private final Path socket;
    private final ApiVersion version;

    DockerJavaSettings(Path socket, ApiVersion version) {
        this.socket = socket;
        this.version = version;
    }

    @Override
    public URI getDockerHost() {
        return URI.create("unix://" + socket);
    }

    @Override
    public RemoteApiVersion getApiVersion() {
        return RemoteApiVersion.parseConfig(version.text());
    }

    @Override
    public @Nullable String getRegistryUsername() {
        return null;
    }

    @Override
    public @Nullable String getRegistryPassword() {
        return null;
    }

    @Override
    public @Nullable String getRegistryEmail() {
        return null;
    }

    @Override
    public @Nullable String getRegistryUrl() {
        return null;
    }

    @Override
    public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
        return null;
    }

    @Override
    public @Nullable AuthConfigurations getAuthConfigurations() {
        return null;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for that class still
    public com.github.dockerjava.core.@Nullable SSLConfig getSSLConfig() {
        return null;
    }
}
