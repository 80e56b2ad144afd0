# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 the Wirepost authors
#
# shellcheck shell=bash disable=SC2154
#
# What the commands of this folder share. Sourced by bash; the caller has set $top, the folder of the project.

logs=$top/target/logs

# step WORDS COMMAND...: one line for a step that works; the end of its log for one that does not, and the end of us.
step() {
    local words=$1 log begin=$SECONDS
    shift
    mkdir -p "$logs"
    log=$logs/${words//[^a-z0-9]/-}.log
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '%-48s ok %4d s\n' "$words" $((SECONDS - begin)) >&2
    else
        local code=$?
        printf '%-48s FAILED after %d s\n' "$words" $((SECONDS - begin)) >&2
        failure "$log" >&2
        return "$code"
    fi
}

# failure LOG: what a reader needs of a log: Maven's errors without its advice, else the last lines.
failure() {
    local lines
    lines=$(grep -aE '^\[ERROR\]|^TEST .*<<<|^E: ' "$1" | grep -avE 'Help 1|full stack trace|-X switch|^\[ERROR\] *$|For more information' |
        awk '!seen[$0]++' | head -n 40)
    [ -n "$lines" ] || lines=$(tail -n 25 "$1")
    printf '%s\n(all of it: %s)\n' "$lines" "$1"
}

# need PACKAGE COMMAND [PACKAGE COMMAND]...: installs the Debian packages whose commands are missing, if we may.
need() {
    local missing=()
    while [ $# -gt 0 ]; do
        command -v "$2" >/dev/null || missing+=("$1")
        shift 2
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        printf 'Missing: %s (these are Debian names). Install them and try again.\n' "${missing[*]}" >&2
        return 1
    elif [ "$(id -u)" != 0 ]; then
        printf 'Missing: %s. Type: sudo apt-get install -y %s\n' "${missing[*]}" "${missing[*]}" >&2
        return 1
    fi
    step "install ${missing[*]}" install_packages "${missing[@]}"
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "$@" ||
        { apt-get update && apt-get install -y --no-install-recommends "$@"; }
}

# need_build_tools: a compiler for Java 17 or later, and Maven.
need_build_tools() {
    if [ -n "${JAVA_HOME:-}" ]; then
        [ -x "$JAVA_HOME/bin/javac" ] || {
            printf "JAVA_HOME is '%s', where there is no bin/javac. Set it to the folder of a JDK, or unset it.\n" \
                "$JAVA_HOME" >&2
            return 1
        }
        need maven mvn
    else
        need openjdk-17-jdk-headless javac maven mvn
    fi || return
    local version
    version=$("${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version 2>&1) && version=${version#javac }
    [ "${version%%[!0-9]*}" -ge 17 ] 2>/dev/null || {
        printf 'Java 17 or later is needed, but javac says: %s. Set JAVA_HOME to the folder of a newer JDK.\n' "$version" >&2
        return 1
    }
}

# need_window_tools: what windows are tested with: a display without a screen, a window manager, GTK. Whoever may not
# install them does without: the tests that need them are skipped.
need_window_tools() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
    need xvfb Xvfb openbox openbox xdotool xdotool dbus-x11 dbus-launch || return
    need_gtk && need_file adwaita-icon-theme /usr/share/icons/Adwaita/index.theme &&
        need_file fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
}

# need_gtk: the library that windows are drawn with on Linux; a newer Debian names it otherwise.
need_gtk() {
    [ "$(uname)" = Linux ] || return 0
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q 'libgtk-3\.so\.0' && return
    if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
        printf 'Missing: GTK 3. Install it (Debian: sudo apt-get install -y libgtk-3-0) and try again.\n' >&2
        return 1
    fi
    step "install GTK 3" install_packages libgtk-3-0 || step "install GTK 3" install_packages libgtk-3-0t64
}

# need_file PACKAGE FILE: installs the package if it has not brought the file.
need_file() {
    [ -e "$2" ] || step "install $1" install_packages "$1"
}

# start_display: a display of our own for tests of windows, with a window manager; whoever starts it also stops it.
start_display() {
    display_pids=()
    if ! command -v Xvfb >/dev/null || ! command -v openbox >/dev/null; then
        printf 'Without Xvfb and openbox the tests of windows use your display if there is one, else they are skipped.\n' >&2
        return 0
    fi
    local folder number
    folder=$(mktemp -d) && mkfifo "$folder/number" || return
    mkdir -p "$logs"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/number" >"$logs/xvfb.log" 2>&1 </dev/null &
    display_pids=($!)
    read -r -t 30 number <>"$folder/number"
    rm -r "$folder"
    if [ -z "$number" ]; then
        printf 'No display could be started: %s\n' "$(tail -n 3 "$logs/xvfb.log")" >&2
        stop_display
        return 1
    fi
    export DISPLAY=:$number GDK_BACKEND=x11 NO_AT_BRIDGE=1
    unset WAYLAND_DISPLAY
    openbox >"$logs/openbox.log" 2>&1 </dev/null &
    display_pids+=($!)
}

stop_display() {
    [ ${#display_pids[@]} = 0 ] || kill "${display_pids[@]}" 2>/dev/null
    display_pids=()
}

# fresh MARK PATH...: whether MARK is there and nothing has changed in the paths since it was set.
fresh() {
    local mark=$1
    shift
    [ -e "$mark" ] && [ -z "$(find "$@" -name target -prune -o \( -type f -o -type d -path '*/src/*' \) \
        -newer "$mark" -print -quit)" ]
}

maven() {
    mvn -B -ntp -Dstyle.color=never -f "$top/pom.xml" "$@"
}
