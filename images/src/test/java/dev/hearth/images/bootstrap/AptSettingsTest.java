package dev.hearth.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AptSettingsTest {

    @Test
    void keepsWhatReachingTheSourcesTakes() {
        var settings = AptSettings.parse("""
                APT "";
                APT::Architecture "amd64";
                Acquire "";
                Acquire::AllowInsecureRepositories "0";
                Acquire::cdrom::mount "/media/cdrom/";
                Acquire::Check-Valid-Until "false";
                Acquire::Check-Date "false";
                Acquire::http "";
                Acquire::http::Proxy "http://proxy.example.org:3128/";
                Acquire::http::Proxy::mirror.example.org "DIRECT";
                Acquire::http::User-Agent "x";
                Acquire::https::CAInfo "/etc/ssl/ours.pem";
                Acquire::https::mirror.example.org::SslKey "/etc/ssl/private/ours.key";
                Acquire::https::Verify-Peer "";
                Acquire::Languages:: "none";
                Dir::Etc "etc/apt";
                """);

        assertThat(settings.settings())
                .containsExactly(
                        "Acquire::Check-Valid-Until \"false\"",
                        "Acquire::Check-Date \"false\"",
                        "Acquire::http::Proxy \"http://proxy.example.org:3128/\"",
                        "Acquire::http::Proxy::mirror.example.org \"DIRECT\"",
                        "Acquire::https::CAInfo \"/etc/ssl/ours.pem\"",
                        "Acquire::https::mirror.example.org::SslKey \"/etc/ssl/private/ours.key\"");
        assertThat(settings.files()).containsExactly("/etc/ssl/ours.pem", "/etc/ssl/private/ours.key");
    }
}
