#!/bin/bash
# Runs once, when the primary is empty: the database, its roles, and who may copy it.
set -euo pipefail

# Passwords are values of psql, quoted by it (:'…'); they are never pasted into SQL.
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set loader="$TARGET87_LOADER_PASSWORD" \
    --set reader="$TARGET87_READER_PASSWORD" \
    --set replicator="$TARGET87_REPLICATOR_PASSWORD" <<'SQL'
CREATE ROLE target87_loader LOGIN PASSWORD :'loader';
CREATE ROLE target87_reader LOGIN PASSWORD :'reader';
CREATE ROLE target87_replicator LOGIN REPLICATION PASSWORD :'replicator';
CREATE DATABASE target87 OWNER target87_loader ENCODING 'UTF8' TEMPLATE template0;
\connect target87
GRANT USAGE ON SCHEMA public TO target87_reader;
GRANT CREATE ON SCHEMA public TO target87_loader;
ALTER DEFAULT PRIVILEGES FOR ROLE target87_loader IN SCHEMA public GRANT SELECT ON TABLES TO target87_reader;
ALTER ROLE target87_reader SET default_transaction_read_only = on;
ALTER ROLE target87_reader SET statement_timeout = '2s';
ALTER ROLE target87_reader SET idle_in_transaction_session_timeout = '60s';
SQL
echo "host replication target87_replicator all scram-sha-256" >> "$PGDATA/pg_hba.conf"
