package dev.hearth.cli.e2e;

/** A small repository for apt in a pet; nothing in it needs a network. */
final class LocalRepository {
    /** Where it is in the pet. */
    static final String DIRECTORY = "/srv/it";

    /** What tells apt of it. */
    static final String SOURCES = "/etc/apt/sources.list.d/it.list";

    /** Begins a repository; {@code make} adds a package to it. */
    private static final String MAKE = """
            mkdir -p /srv/it && cd /srv/it
            make() { # NAME VERSION DEPENDS SCRIPT
                rm -rf p && mkdir -p p/DEBIAN "p/opt/$1"
                printf 'Package: %s\\nVersion: %s\\nArchitecture: all\\nMaintainer: it\\nDescription: it is %s\\n' \
                    "$1" "$2" "$1" >p/DEBIAN/control
                [ -z "$3" ] || printf 'Depends: %s\\n' "$3" >>p/DEBIAN/control
                printf '#!/bin/sh\\n%s\\n' "$4" >p/DEBIAN/postinst
                chmod 0755 p/DEBIAN/postinst
                dpkg-deb --build p "$1_$2.deb" >/dev/null
                {
                    cat p/DEBIAN/control
                    printf 'Filename: ./%s_%s.deb\\nSize: %s\\n' "$1" "$2" "$(stat -c %s "$1_$2.deb")"
                    printf 'SHA256: %s\\n\\n' "$(sha256sum "$1_$2.deb" | cut -d ' ' -f 1)"
                } >>Packages
            }
            : >Packages
            """;

    private static final String ANNOUNCE = """
            rm -rf p
            rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
            echo 'deb [trusted=yes] file:/srv/it ./' >/etc/apt/sources.list.d/it.list
            """;

    /** A script that makes one of a package that needs another, one whose script fails, and one whose script takes long. */
    static final String SAMPLE = of("""
            make it-lib 1 '' true
            make it-tool 1 it-lib true
            make it-broken 1 it-lib 'echo half >/opt/half-done; exit 1'
            make it-slow 1 it-lib 'echo half >/opt/half-done; sleep 600'
            """);

    private LocalRepository() {}

    /**
     * {@return a script that makes it the only one of a pet, as root}
     *
     * @param packages lines that call {@code make} with name, version, what it depends on, and a script
     */
    static String of(String packages) {
        return MAKE + packages + ANNOUNCE;
    }
}
