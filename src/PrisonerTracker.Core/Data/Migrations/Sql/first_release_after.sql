-- Rules the model cannot express.

-- Nobody is held twice at once. Only the days a person was certainly held count, so imprecise dates get the benefit of the doubt.
ALTER TABLE imprisonments ADD CONSTRAINT ex_imprisonments_overlap EXCLUDE USING gist (
    prisoner_id WITH =,
    daterange(
        detained_on_latest,
        CASE WHEN ended_on_earliest IS NULL THEN NULL ELSE greatest(ended_on_earliest, detained_on_latest) END,
        '[)') WITH &&
) WHERE (kind <> 'in_absentia' AND detained_on_latest IS NOT NULL);

-- The date of the current release stands beside the imprisonment, whoever wrote the release, so that the constraints above see it.
CREATE FUNCTION mirror_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    imprisonment uuid := coalesce(NEW.imprisonment_id, OLD.imprisonment_id);
BEGIN
    UPDATE imprisonments AS i
    SET ended_on_earliest = r.released_on_earliest,
        ended_on_latest = r.released_on_latest,
        ended_on_is_approximate = r.released_on_is_approximate
    FROM (SELECT imprisonment AS imprisonment_id) AS wanted
    LEFT JOIN releases AS r ON r.imprisonment_id = wanted.imprisonment_id AND r.undone_at IS NULL
    WHERE i.imprisonment_id = wanted.imprisonment_id
        AND (i.ended_on_earliest, i.ended_on_latest, i.ended_on_is_approximate)
            IS DISTINCT FROM (r.released_on_earliest, r.released_on_latest, r.released_on_is_approximate);
    RETURN NULL;
END $$;

CREATE TRIGGER tr_releases_mirror AFTER INSERT OR UPDATE OR DELETE ON releases
    FOR EACH ROW EXECUTE FUNCTION mirror_release();

-- History is append-only for everybody, its owner included.
CREATE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'changes is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER tr_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history();

-- A former address is never given to somebody else.
CREATE FUNCTION refuse_former_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM former_slugs AS f WHERE f.slug = NEW.slug AND f.prisoner_id <> NEW.prisoner_id) THEN
        RAISE EXCEPTION 'slug % once led to another person', NEW.slug USING ERRCODE = 'unique_violation', CONSTRAINT = 'ix_prisoners_slug';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tr_prisoners_former_slug BEFORE INSERT OR UPDATE OF slug ON prisoners
    FOR EACH ROW EXECUTE FUNCTION refuse_former_slug();

-- The public list in each of its orders, and its counts, read an index and not the table.
CREATE INDEX ix_prisoners_by_name ON prisoners (sort_name, prisoner_id) WHERE publication = 'published';
CREATE INDEX ix_prisoners_by_detention ON prisoners ((standing_detained_on_earliest IS NULL), standing_detained_on_earliest DESC, prisoner_id)
    WHERE publication = 'published';
CREATE INDEX ix_prisoners_by_release ON prisoners ((standing_released_on_earliest IS NULL), standing_released_on_earliest DESC, prisoner_id)
    WHERE publication = 'published';
CREATE INDEX ix_prisoners_by_update ON prisoners (updated_at DESC, prisoner_id) WHERE publication = 'published';
CREATE INDEX ix_prisoners_facets ON prisoners (standing_custody, standing_country, gender, standing_is_designated)
    WHERE publication = 'published';
CREATE INDEX ix_prisoners_longest_held ON prisoners (standing_detained_on_earliest)
    WHERE publication = 'published' AND standing_released_on_earliest IS NULL;

-- Date ranges match when they overlap what the date may have been.
CREATE INDEX ix_imprisonments_detained_on ON imprisonments (detained_on_earliest, detained_on_latest, prisoner_id);
CREATE INDEX ix_releases_released_on ON releases (released_on_earliest, released_on_latest, imprisonment_id) WHERE undone_at IS NULL;
