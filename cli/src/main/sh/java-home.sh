# Finds Java 25 or later, for the scripts that source this file.
# shellcheck shell=sh

# find_java PROGRAM: sets java_home to a Java home that has bin/PROGRAM ("java" to run, "javac" to build as well).
find_java() {
    for java_home in "${JAVA_HOME-}" /usr/lib/jvm/*; do
        ! is_new_java "$java_home" "$1" || return 0
    done
    java_home=$(command -v java) && java_home=$(readlink -f "$java_home") || return 1
    java_home=${java_home%/bin/java}
    is_new_java "$java_home" "$1"
}

is_new_java() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] || return 1
    java_version=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" != JAVA_VERSION ] || java_version=${value#\"}
        done <"$1/release"
    else
        java_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "//p')
    fi
    java_version=${java_version%%[!0-9]*}
    [ "${java_version:-0}" -ge 25 ]
}

no_java() {
    cat >&2 <<'TEXT'
hearth: There is no Java 25 or later in JAVA_HOME, /usr/lib/jvm or PATH
Install a JDK:
  Debian, Ubuntu   apt install openjdk-25-jdk    (or temurin-25-jdk, from https://adoptium.net)
  Fedora           dnf install java-25-openjdk-devel
TEXT
    exit 5
}
