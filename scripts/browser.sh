#!/bin/sh
# Sees to the browser and the Chinese font of the tests, once .venv is made: LIANTU_CHROMIUM, else Debian's, through apt where it is missing.
set -eu
cd "$(dirname "$0")/.."
missing=
if [ -z "${LIANTU_CHROMIUM:-}" ] && ! command -v chromium >/dev/null; then
    missing=chromium
fi
if [ -d /usr/share/fonts ] && find /usr/share/fonts "${HOME:-/}/.local/share/fonts" -iname '*cjk*' 2>/dev/null | grep -q .; then
    :
else
    missing="$missing fonts-noto-cjk"
fi
# What drives the browser is itself a program that needs a library a bare Debian lacks.
if ! .venv/bin/python -m playwright --version >/dev/null 2>&1; then
    missing="$missing libatomic1"
fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    scripts/apt.sh $missing
fi
