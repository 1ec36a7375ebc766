#!/bin/sh
# Stops Relais, puts a backup in the place of its database, and starts it again:
#   restore.sh FILE [--over]
# Where that does not succeed, Relais stays stopped and the reason is said.
set -eu
file=$(readlink -e "${1:?which file?}") || { echo "There is no file $1." >&2; exit 2; }
shift
systemctl stop relais-backup.timer relais-backup.service relais.service
"$(dirname "$(readlink -f "$0")")/as-relais.sh" restore --from "$file" "$@"
systemctl start relais.service relais-backup.timer
