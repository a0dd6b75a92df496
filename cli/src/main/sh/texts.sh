# Prints texts that the build has written down, which takes no Java. Sourced by the launcher.
# shellcheck shell=sh
# shellcheck disable=SC2154 # The launcher's variable: home.

# show_text ARGUMENT...: does not return when that was all there was to do. What cannot be written, Java explains.
show_text() {
    case $#,${1-},${2-},${3-} in
        0,,, | 1,--help,, | 1,-h,, | 1,help,,) text=hearth ;;
        1,--version,, | 1,-V,,) text=version ;;
        2,help,*) text=hearth-$2 ;;
        2,*,--help, | 2,*,-h,) text=hearth-$1 ;;
        3,help,*) text=hearth-$2-$3 ;;
        3,*,*,--help | 3,*,*,-h) text=hearth-$1-$2 ;;
        *) return 0 ;;
    esac
    case $text in *[!a-z-]*) return 0 ;; esac
    text=$home/lib/texts/$text
    if [ -f "$text" ] && cat "$text" 2>/dev/null; then
        exit 0
    fi
}
