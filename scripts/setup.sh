#!/bin/sh
# Makes .venv from the lock files; does nothing when it already matches them.
#   scripts/setup.sh run     what the site needs
#   scripts/setup.sh dev     and what the tests need
# Versions and hashes come from requirements*.txt; where the packages come from is the machine's own affair: pip's and
# uv's configuration (mirrors, wheel folders, proxies) is respected, and uv is told of pip's.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}

tell() {
    case "${LIANTU_LANGUAGE:-${LC_ALL:-${LANG:-}}}" in
    en*) echo "$2" >&2 ;;
    *) echo "$1" >&2 ;;
    esac
}

# A Python of 3.11 or newer: LIANTU_PYTHON, else the first that is one.
python=
for candidate in ${LIANTU_PYTHON:-python3 python3.11 python3.12 python3.13}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    tell "需要 Python 3.11 或更新的版本：sudo apt install python3 python3-venv" \
        "Python 3.11 or newer is needed: sudo apt install python3 python3-venv"
    exit 1
fi

case $kind in
run) locks="requirements-uv.txt requirements.txt" ;;
dev) locks="requirements-uv.txt requirements-dev.txt" ;;
*) tell "用法：scripts/setup.sh run|dev" "usage: scripts/setup.sh run|dev"; exit 2 ;;
esac

# What .venv was made from; an environment for the tests also serves the site.
print_of() {
    { cat requirements-uv.txt "$1" pyproject.toml; pwd; "$python" -c 'import sys; print(sys.version, sys.prefix)'; } |
        cksum
}
stamp=.venv/liantu-$kind.stamp
if [ "$kind" = run ] && [ -f .venv/liantu-dev.stamp ]; then
    stamp=.venv/liantu-dev.stamp
    locks="requirements-uv.txt requirements-dev.txt"
fi
lock=${locks#* }
wanted=$(print_of "$lock")
if [ -x .venv/bin/liantu ] && [ "$(cat "$stamp" 2>/dev/null || true)" = "$wanted" ]; then
    exit 0
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    scripts/apt.sh python3-venv
fi
tell "正在准备环境 .venv …" "Making the environment .venv …"
rm -f .venv/liantu-*.stamp
# An environment that was moved, or whose Python has gone, is made anew.
if ! .venv/bin/python -m pip --version >/dev/null 2>&1 || ! grep -qF "$PWD/.venv/" .venv/bin/pip; then
    "$python" -m venv --clear .venv
fi
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input"

# uv does not read pip's configuration: hand it the mirror and the wheel folders, unless it has its own.
configured() {
    $pip config list 2>/dev/null | sed -n "s/^[^=]*\.$1='\(.*\)'\$/\1/p" | sed 's/\\n/ /g' | tail -n 1
}
if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
    mirror=$(configured index-url)
    if [ -n "$mirror" ]; then export UV_DEFAULT_INDEX="$mirror"; fi
fi
if [ -z "${UV_FIND_LINKS:-}" ]; then
    wheels=$(configured find-links | xargs | tr ' ' ',')
    if [ -n "$wheels" ]; then export UV_FIND_LINKS="$wheels"; fi
fi
if [ -n "$(configured no-index)" ]; then export UV_NO_INDEX=1; fi
export UV_PYTHON_DOWNLOADS=never
certificate=$(configured cert)
if [ -z "${SSL_CERT_FILE:-}" ] && [ -f "$certificate" ]; then export SSL_CERT_FILE="$certificate"; fi
# An office's own certificate authority is known to the system, not to uv.
if [ -f /etc/ssl/certs/ca-certificates.crt ]; then export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"; fi

with_uv() {
    $pip install --quiet --require-hashes -r requirements-uv.txt &&
        .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes "$lock" &&
        .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
}
with_pip() {
    $pip install --quiet --require-hashes -r "$lock" &&
        $pip install --quiet --no-deps --no-build-isolation --editable .
}
if ! with_uv; then
    tell "uv 没有装成，改用 pip（慢一些）…" "uv did not succeed; trying pip, which is slower …"
    if ! with_pip; then
        tell "软件包没有装成：请检查网络，或为 pip 设置镜像（pip config set global.index-url …），再试一次。" \
            "The packages could not be installed: check the network or pip's mirror (pip config set global.index-url …)."
        exit 1
    fi
fi
echo "$wanted" >"$stamp"
