#!/bin/sh
# Writes a backup into a folder, and lets old ones go: the latest 36 stay, and the first of each of 14 days.
# The list of who was erased stands beside them, so that an older backup erases them again.
# To be run as the user of Relais, where its settings are:
#   backup.sh FOLDER
set -eu
umask 077
folder=${1:?which folder?}
relais=$(dirname "$(readlink -f "$0")")/../.venv/bin/relais
moment=$(date -u +%Y%m%dT%H%M%SZ)
new=$folder/recent/relais-$moment.backup
of_today=$folder/daily/relais-${moment%%T*}.backup

# keep FOLDER COUNT: remove all but the newest. The names sort as the moments do.
keep() {
    find "$1" -name 'relais-*.backup' | sort -r | tail -n "+$(($2 + 1))" | while read -r old; do
        rm -- "$old"
    done
}

mkdir -p "$folder/recent" "$folder/daily"
"$relais" backup --to "$new"
[ -e "$of_today" ] || ln "$new" "$of_today"
[ ! -e "$folder/recent/relais.erased" ] || cp -p "$folder/recent/relais.erased" "$folder/daily/"
keep "$folder/recent" 36
keep "$folder/daily" 14
