#!/bin/sh
# Makes the environment .venv at the root: `setup.sh run` with what the program needs,
# `setup.sh all` with what its checks and tests need too. The make targets call it.
set -eu
cd "$(dirname "$0")/.."
what=$1

stop() {
    echo "relais: $1" >&2
    exit 1
}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

can_import() {
    "$1" -c "import $2" 2>/dev/null
}

# Sets `python` to the first Python that is new enough and comes with a way to install.
find_python() {
    bare=
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        is_new_enough "$python" || continue
        can_import "$python" "venv, ensurepip" && return
        can_import "$python" "venv, pip" && return
        bare=$python
    done
    [ -z "$bare" ] || stop "$bare has no ensurepip; on Debian or Ubuntu: apt-get install python3-venv"
    stop "Python 3.11 or newer is needed; install it, or name it: make demo PYTHON=/usr/local/bin/python3.11"
}

with_pip() {
    if ! is_new_enough .venv/bin/python; then
        find_python
        "$python" -m venv --clear --without-pip .venv
    fi
    can_import .venv/bin/python pip || .venv/bin/python -m ensurepip >/dev/null 2>&1 || true
    install=".venv/bin/python -m pip install"
    if ! can_import .venv/bin/python pip; then
        find_python
        install="$python -m pip --python .venv/bin/python install"
    fi
    export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
    # Without looking for more: the list is whole, and pip before 23.3 takes `coverage[toml]`, which one of
    # them asks for, for another package than the one that is pinned.
    $install --quiet --no-deps --require-hashes --requirement "$1"
    $install --quiet --no-deps --no-build-isolation --editable .
}

with_uv() {
    # Inexact, so that what an earlier `setup.sh all` installed stays. Compiled, as pip does it: the
    # demo begins three times as fast.
    UV_PROJECT_ENVIRONMENT=.venv uv sync --quiet --frozen --inexact --compile-bytecode "$1"
}

echo "relais: setting up .venv; the first time this takes a minute or two" >&2
requirements=deploy/requirements.txt
groups=--no-dev
if [ "$what" = all ]; then
    requirements=deploy/requirements-dev.txt
    groups=--dev
fi
if command -v uv >/dev/null 2>&1; then
    with_uv "$groups"
else
    with_pip "$requirements"
fi
.venv/bin/python -m compileall -q bot
touch .venv/ready-run
if [ "$what" = all ]; then touch .venv/ready-all; fi
