#!/bin/sh
# install.sh [--prefix DIR]             installs what lies beside it into ~/.local, or into DIR; no root is needed
# install.sh --uninstall [--prefix DIR] removes that again; pets, configuration and state stay
#
# For machines where no package can be installed, as on an immutable base. Installing over an older hearth replaces it.
set -eu
umask 022

say() {
    printf 'install.sh: %s\n' "$1"
}

fail() {
    printf 'install.sh: %s\n' "$1" >&2
    exit "$2"
}

# Which files hearth has below share, apart from its own directory.
shared() {
    cat <<'FILES'
bash-completion/completions/hearth
zsh/site-functions/_hearth
fish/vendor_completions.d/hearth.fish
FILES
}

place() {
    mkdir -p "$prefix/share/$(dirname "$1")"
    cp "$here/share/$1" "$prefix/share/$1"
}

install_hearth() {
    [ -x "$here/lib/runtime/bin/java" ] || fail "There is no hearth beside '$0'" 5
    "$here/lib/runtime/bin/java" -version >/dev/null 2>&1 || fail "The Java in '$here' does not run on this machine" 5
    mkdir -p "$prefix/bin" "$prefix/lib" || fail "Nothing can be written to '$prefix'" 6
    # Whole first, then in its place at once: a hearth that runs keeps the files it has open.
    rm -rf "$home.new" "$home.old"
    mkdir "$home.new"
    cp -R "$here/bin" "$here/lib" "$here/install.sh" "$home.new"
    rm -f "$home.new/lib/hearth.aot"
    "$home.new/lib/cache/make-cache" || true
    [ ! -e "$home" ] || mv "$home" "$home.old"
    mv "$home.new" "$home"
    rm -rf "$home.old"
    ln -sfn "../lib/hearth/bin/hearth" "$prefix/bin/hearth"
    remove_shared
    shared | while read -r file; do place "$file"; done
    for page in "$here"/share/man/man1/*; do place "man/man1/${page##*/}"; done
    mkdir -p "$prefix/share/doc"
    cp -R "$here/share/doc/hearth" "$prefix/share/doc"
    say "hearth is installed: '$prefix/bin/hearth'"
    case :$PATH: in
        *:"$prefix/bin":*) ;;
        *) say "'$prefix/bin' is not on the search path; put it there: PATH=$prefix/bin:\$PATH" ;;
    esac
}

remove_shared() {
    shared | while read -r file; do rm -f "$prefix/share/$file"; done
    rm -f "$prefix"/share/man/man1/hearth.1.gz "$prefix"/share/man/man1/hearth-*.1.gz
    rm -rf "$prefix/share/doc/hearth"
}

uninstall_hearth() {
    [ -e "$home" ] || fail "There is no hearth in '$prefix'" 3
    remove_shared
    if [ "$(readlink "$prefix/bin/hearth")" = ../lib/hearth/bin/hearth ]; then
        rm -f "$prefix/bin/hearth"
    fi
    rm -rf "$home"
    # Where nothing else was installed, as little is left as there was; what is not empty stays.
    for directory in share/bash-completion/completions share/bash-completion share/zsh/site-functions share/zsh \
        share/fish/vendor_completions.d share/fish share/man/man1 share/man share/doc share bin lib; do
        rmdir "$prefix/$directory" 2>/dev/null || true
    done
    say "hearth is removed from '$prefix'; your pets, configuration and state are still there"
}

here=$(dirname "$(readlink -f "$0")")
do=install_hearth prefix=${HOME:-/nonexistent}/.local
while [ $# -gt 0 ]; do
    case $1 in
        --uninstall) do=uninstall_hearth ;;
        --prefix=*) prefix=${1#*=} ;;
        --prefix)
            [ $# -gt 1 ] || fail "'--prefix' needs a directory" 2
            prefix=$2
            shift
            ;;
        -h | --help)
            sed -n '2,5s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *) fail "There is no option '$1'; those there are: --prefix, --uninstall" 2 ;;
    esac
    shift
done
case $prefix in /*) ;; *) fail "'$prefix' does not begin with '/'" 2 ;; esac
home=$prefix/lib/hearth
$do
