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
