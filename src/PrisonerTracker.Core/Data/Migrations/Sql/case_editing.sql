-- What the catalogues show to readers: an entry becomes public in the transaction that first connects somebody published with it, and
-- the sources of a public entry with it. Entries made in the catalogue itself are public from the start.
CREATE FUNCTION publish_catalogue(subjects uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH held AS (
        SELECT imprisonment_id FROM imprisonments JOIN prisoners USING (prisoner_id)
        WHERE prisoner_id = ANY(subjects) AND publication = 'published'),
    places AS (
        SELECT facility_id FROM placements JOIN held USING (imprisonment_id)
        UNION SELECT facility_id FROM facilities WHERE facility_id = ANY(subjects) AND is_public),
    benches AS (
        SELECT court_id FROM sentences JOIN held USING (imprisonment_id)
        UNION SELECT court_id FROM courts WHERE court_id = ANY(subjects) AND is_public),
    people_of_law AS (
        SELECT judge_id FROM sentences JOIN held USING (imprisonment_id)
        UNION SELECT judge_id FROM judges WHERE judge_id = ANY(subjects) AND is_public),
    provisions AS (
        SELECT article_id FROM charges JOIN held USING (imprisonment_id)
        UNION SELECT article_id FROM articles WHERE article_id = ANY(subjects) AND is_public),
    laws AS (
        SELECT legal_code_id FROM articles JOIN provisions USING (article_id)
        UNION SELECT legal_code_id FROM legal_codes WHERE legal_code_id = ANY(subjects) AND is_public),
    public_places AS (UPDATE facilities SET is_public = true WHERE NOT is_public AND facility_id IN (SELECT facility_id FROM places)),
    public_benches AS (UPDATE courts SET is_public = true WHERE NOT is_public AND court_id IN (SELECT court_id FROM benches)),
    public_judges AS (UPDATE judges SET is_public = true WHERE NOT is_public AND judge_id IN (SELECT judge_id FROM people_of_law)),
    public_laws AS (UPDATE legal_codes SET is_public = true WHERE NOT is_public AND legal_code_id IN (SELECT legal_code_id FROM laws)),
    cited AS (
        SELECT source_id FROM places JOIN citations USING (facility_id)
        UNION ALL SELECT source_id FROM benches JOIN citations USING (court_id)
        UNION ALL SELECT source_id FROM people_of_law JOIN citations USING (judge_id)
        UNION ALL SELECT source_id FROM provisions JOIN citations USING (article_id)
        UNION ALL SELECT source_id FROM laws JOIN citations USING (legal_code_id)
        UNION ALL SELECT source_id FROM citations WHERE organisation_id = ANY(subjects))
    UPDATE sources SET is_public = true WHERE NOT is_public AND source_id IN (SELECT source_id FROM cited);
$$;

-- Entries that published people were connected with before there was a mark for it.
UPDATE facilities SET is_public = true WHERE facility_id IN (
    SELECT facility_id FROM placements JOIN imprisonments USING (imprisonment_id) JOIN prisoners USING (prisoner_id) WHERE publication = 'published');
UPDATE courts SET is_public = true WHERE court_id IN (
    SELECT court_id FROM sentences JOIN imprisonments USING (imprisonment_id) JOIN prisoners USING (prisoner_id) WHERE publication = 'published');
UPDATE judges SET is_public = true WHERE judge_id IN (
    SELECT judge_id FROM sentences JOIN imprisonments USING (imprisonment_id) JOIN prisoners USING (prisoner_id) WHERE publication = 'published');
UPDATE legal_codes SET is_public = true WHERE legal_code_id IN (SELECT legal_code_id FROM articles WHERE is_public);
