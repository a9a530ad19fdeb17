#!/usr/bin/env bash
# Run once by the postgres image, when its volume is empty: the two logins of the register, its database, and who may connect.
set -euo pipefail

: "${PRISONERTRACKER_OWNER_PASSWORD:?}" "${PRISONERTRACKER_APP_PASSWORD:?}"

# The owner changes the schema (migrate); the application's login can neither do that nor rewrite history.
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password PRISONERTRACKER_OWNER_PASSWORD
\getenv app_password PRISONERTRACKER_APP_PASSWORD
CREATE ROLE prisonertracker_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE prisonertracker_app LOGIN PASSWORD :'app_password';
CREATE DATABASE prisonertracker OWNER prisonertracker_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE prisonertracker FROM PUBLIC;
GRANT CONNECT ON DATABASE prisonertracker TO prisonertracker_app;
SQL

# The superuser comes in from inside this container alone; over the network only the two logins, only to their database.
cat >"$PGDATA/pg_hba.conf" <<'HBA'
local all             all                                       trust
local replication     all                                       trust
host  prisonertracker prisonertracker_owner,prisonertracker_app all scram-sha-256
HBA
