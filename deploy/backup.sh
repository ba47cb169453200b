#!/bin/sh
# backup.sh FOLDER KEEP                   a dated copy in FOLDER; the KEEP newest stay
# backup.sh --newest-within HOURS FOLDER  whether there is a copy no older than that
# Fails with a sentence and changes nothing when a copy cannot be made.
set -eu
umask 077

fail() {
    echo "backup: $1" >&2
    exit 1
}

if [ "${1:-}" = --newest-within ]; then
    [ $# -eq 3 ] || fail "usage: backup.sh --newest-within HOURS FOLDER"
    newest=$(find "$3" -maxdepth 1 -type f -name 'target87-*.backup' -mmin "-$(($2 * 60))" | head -n 1)
    [ -n "$newest" ] || fail "no backup of the last $2 hours in $3"
    exit 0
fi

[ $# -eq 2 ] || fail "usage: backup.sh FOLDER KEEP"
folder=$1
keep=$2
[ "$keep" -ge 1 ] 2>/dev/null || fail "KEEP is a number from 1, not '$keep'"
[ -d "$folder" ] && [ -w "$folder" ] || fail "the folder $folder is not there or may not be written"

project=$(cd "$(dirname "$0")/.." && pwd)
file="$(cd "$folder" && pwd)/target87-$(date -u +%Y-%m-%dT%H%M%SZ).backup"
cd "$project"
.venv/bin/python -m loaders backup "$file" || fail "no copy was made; the older ones are untouched"
[ -s "$file" ] || fail "$file is empty; the older copies are untouched"
(cd "$folder" && sha256sum "$(basename "$file")" > "$(basename "$file").sha256")

# Packages to cite are files that never change: what is not there yet is copied, nothing is taken away.
packages=${TARGET87_CITATIONS:-}
if [ -z "$packages" ]; then
    case ${TARGET87_DATABASE_URL:-} in
        sqlite:///*) packages=$(dirname "${TARGET87_DATABASE_URL#sqlite:///}")/citations ;;
    esac
fi
if [ -n "$packages" ] && [ -d "$packages" ]; then
    mkdir -p "$folder/citations"
    cp -R -u -p "$packages/." "$folder/citations/" || fail "the packages in $packages were not all copied; the older copies are untouched"
fi

# Names sort by time. Only now, with a new copy on disk, do the oldest go.
find "$folder" -maxdepth 1 -type f -name 'target87-*.backup' | sort -r | tail -n "+$((keep + 1))" |
    while IFS= read -r old; do
        rm -f "$old" "$old.sha256"
    done
