-- Rules the model cannot express.

-- Nobody is held twice at once. Only the days a person was certainly held count, so imprecise dates get the benefit of the doubt.
ALTER TABLE imprisonments ADD CONSTRAINT ex_imprisonments_overlap EXCLUDE USING gist (
    prisoner_id WITH =,
    daterange(
        detained_on_latest,
        CASE WHEN ended_on_earliest IS NULL THEN NULL ELSE greatest(ended_on_earliest, detained_on_latest) END,
        '[)') WITH &&
) WHERE (kind <> 'in_absentia' AND detained_on_latest IS NOT NULL);

-- One preferred name per language. Deferred, because two names may change places within one edit.
ALTER TABLE person_names ADD CONSTRAINT ex_person_names_preferred
    EXCLUDE (prisoner_id WITH =, language WITH =) WHERE (kind = 'preferred') DEFERRABLE INITIALLY DEFERRED;

-- The date of the current release stands beside the imprisonment, whoever wrote the release, so that the constraints above see it.
CREATE FUNCTION mirror_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    imprisonment uuid := coalesce(NEW.imprisonment_id, OLD.imprisonment_id);
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.imprisonment_id <> OLD.imprisonment_id THEN
        RAISE EXCEPTION 'a release stays with its imprisonment' USING ERRCODE = 'check_violation';
    END IF;
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

-- What only drafts refer to is not public: a source or an article becomes so in the transaction that first lets a published record,
-- or a count about a country, refer to it.
CREATE FUNCTION publish_cited(subjects uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH people AS (SELECT prisoner_id FROM prisoners WHERE prisoner_id = ANY(subjects) AND publication = 'published'),
    held AS (SELECT imprisonment_id FROM imprisonments JOIN people USING (prisoner_id)),
    events AS (SELECT release_event_id FROM release_events WHERE release_event_id = ANY(subjects) AND publication = 'published'),
    counts AS (
        SELECT reported_count_id FROM reported_counts WHERE reported_count_id = ANY(subjects) AND release_event_id IS NULL
        UNION ALL SELECT reported_count_id FROM reported_counts JOIN events USING (release_event_id)),
    public_claims AS (
        SELECT claim_id FROM claims JOIN people USING (prisoner_id)
        UNION ALL SELECT claim_id FROM claims JOIN events USING (release_event_id)),
    cited AS (
        SELECT source_id FROM citations JOIN people USING (prisoner_id)
        UNION ALL SELECT source_id FROM person_names JOIN people USING (prisoner_id) JOIN citations USING (person_name_id)
        UNION ALL SELECT source_id FROM honours JOIN people USING (prisoner_id) JOIN citations USING (honour_id)
        UNION ALL SELECT source_id FROM quotations JOIN people USING (prisoner_id) JOIN citations USING (quotation_id)
        UNION ALL SELECT source_id FROM designations JOIN people USING (prisoner_id) JOIN citations USING (designation_id)
        UNION ALL SELECT source_id FROM public_claims JOIN citations USING (claim_id)
        UNION ALL SELECT source_id FROM held JOIN citations USING (imprisonment_id)
        UNION ALL SELECT source_id FROM charges JOIN held USING (imprisonment_id) JOIN citations USING (charge_id)
        UNION ALL SELECT source_id FROM sentences JOIN held USING (imprisonment_id) JOIN citations USING (sentence_id)
        UNION ALL SELECT source_id FROM placements JOIN held USING (imprisonment_id) JOIN citations USING (placement_id)
        UNION ALL SELECT source_id FROM releases JOIN held USING (imprisonment_id) JOIN citations USING (release_id)
        UNION ALL SELECT source_id FROM citations JOIN events USING (release_event_id)
        UNION ALL SELECT source_id FROM concessions JOIN events USING (release_event_id) JOIN citations USING (concession_id)
        UNION ALL SELECT source_id FROM parties JOIN events USING (release_event_id) JOIN citations USING (party_id)
        UNION ALL SELECT source_id FROM named_people JOIN events USING (release_event_id) JOIN citations USING (named_person_id)
        UNION ALL SELECT source_id FROM counts JOIN citations USING (reported_count_id)),
    published_sources AS (
        UPDATE sources SET is_public = true
        WHERE NOT is_public AND source_id IN (SELECT source_id FROM cited))
    UPDATE articles SET is_public = true
    WHERE NOT is_public AND article_id IN (SELECT article_id FROM charges JOIN held USING (imprisonment_id));
$$;

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
CREATE INDEX ix_prisoners_by_country ON prisoners (standing_country) WHERE publication = 'published';

-- Date ranges match when they overlap what the date may have been.
CREATE INDEX ix_imprisonments_detained_on ON imprisonments (detained_on_earliest, detained_on_latest, prisoner_id);
CREATE INDEX ix_releases_released_on ON releases (released_on_earliest, released_on_latest, imprisonment_id) WHERE undone_at IS NULL;
