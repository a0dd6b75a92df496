# What commands need that keep the terminal and run others at it (dev.hearth.cli.screen). Sourced by the launcher.
# shellcheck shell=sh
# shellcheck disable=SC2154 # The launcher's variables: fatal, status.
# shellcheck disable=SC2034 # What is for the launcher.

# keep_terminal ARGUMENT...: sets modes when this is such a command.
keep_terminal() {
    while [ $# -gt 0 ]; do
        case $1 in
            shell | top) break ;;
            --engine | --color)
                [ $# -gt 1 ] || return 0
                shift
                ;;
            -*) ;;
            *) return 0 ;;
        esac
        shift
    done
    [ $# -gt 0 ] && [ "$terminals" = 111 ] || return 0
    screen=$1
    modes=$(stty -g <&8 2>/dev/null)
    # These keys are for what Java has started at the terminal; while it reads keys itself, they are keys like any other.
    trap 'signal=2' INT
    trap 'signal=3' QUIT
}

# Java does so itself, unless it was killed.
give_terminal_back() {
    [ -n "$fatal" ] || [ "$status" -gt 128 ] || return 0
    stty "$modes" <&8 2>/dev/null
    [ "$status" -eq 137 ] || return 0
    # No pasting in brackets, and a cursor that is seen.
    printf '\033[?2004l\033[?25h' >&2
    case $screen in
        # The screen that was there before.
        top) printf '\033[?1049l' >&2 ;;
        # Whoever comes next begins a line.
        shell) printf '\r\n' >&2 ;;
    esac
}
