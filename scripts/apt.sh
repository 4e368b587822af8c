#!/bin/sh
# Installs Debian packages where this user may; otherwise says the one line to type.
#   scripts/apt.sh PACKAGE...
set -eu
if [ "$(id -u)" = 0 ]; then
    as=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as="sudo -n"
else
    as=no
fi
if [ "$as" = no ] || ! command -v apt-get >/dev/null; then
    case "${LIANTU_LANGUAGE:-${LC_ALL:-${LANG:-}}}" in
    en*) echo "Missing on this machine, please install first: sudo apt install $*" >&2 ;;
    *) echo "这台机器还缺软件包，请先安装：sudo apt install $*" >&2 ;;
    esac
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
case "${LIANTU_LANGUAGE:-${LC_ALL:-${LANG:-}}}" in
en*) echo "Installing $* …" >&2 ;;
*) echo "正在安装 $* …" >&2 ;;
esac
said=$(mktemp)
trap 'rm -f "$said"' EXIT
install() {
    $as apt-get update -qq && $as apt-get install -y -qq --no-install-recommends "$@"
}
if ! install "$@" </dev/null >"$said" 2>&1; then
    cat "$said" >&2
    exit 1
fi
