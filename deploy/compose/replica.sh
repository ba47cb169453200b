#!/bin/bash
# A hot standby of the primary: copied when the folder is empty, then streamed. What is given to this
# script is given on to postgres.
set -euo pipefail
data=${PGDATA:-/var/lib/postgresql/data}

if [ ! -s "$data/PG_VERSION" ]; then
    # What an interrupted copy left behind.
    find "$data" -mindepth 1 -delete
    pg_basebackup --pgdata "$data" --write-recovery-conf --wal-method stream --checkpoint fast \
        --dbname "host=${TARGET87_PRIMARY:-primary} port=${TARGET87_PRIMARY_PORT:-5432} user=target87_replicator password=$PGPASSWORD"
    chown -R postgres:postgres "$data" 2>/dev/null || true
    chmod 700 "$data"
fi
# Long downloads are not cut off while a big load is replayed.
set -- postgres -D "$data" -c hot_standby=on -c hot_standby_feedback=on -c max_connections=200 "$@"
if [ "$(id -u)" = 0 ]; then
    exec gosu postgres "$@"
fi
exec "$@"
