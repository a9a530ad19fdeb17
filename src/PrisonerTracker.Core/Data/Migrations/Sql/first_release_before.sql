-- What the tables' constraints call, and the role that the application works in.

CREATE FUNCTION is_partial_date(earliest date, latest date, approximate boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN num_nulls(earliest, latest, approximate) = 3
        OR num_nulls(earliest, latest, approximate) = 0 AND (
            latest = earliest
            OR earliest = date_trunc('month', earliest::timestamp) AND latest = earliest + interval '1 month' - interval '1 day'
            OR earliest = date_trunc('year', earliest::timestamp) AND latest = earliest + interval '1 year' - interval '1 day');

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'prisonertracker_app') THEN
        CREATE ROLE prisonertracker_app NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, 'prisonertracker_app', 'MEMBER') THEN
        EXECUTE format('GRANT prisonertracker_app TO %I', current_user);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'Role prisonertracker_app: an administrator of the server must create it and grant it to whoever connects.';
END $$;
