#!/bin/sh
# Runs a command of Relais as its own user, with the settings of this server:
#   as-relais.sh invite --role coach --name Nadia
set -eu
umask 077
cd /etc/relais
exec runuser -u relais -- /opt/relais/.venv/bin/relais "$@"
