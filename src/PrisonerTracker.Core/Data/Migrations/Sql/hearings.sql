-- What the model cannot express of hearings.

CREATE INDEX ix_hearings_heard_on ON hearings (heard_on_earliest);

-- Sources and courts become public with the first hearing of somebody published that is not withheld.
CREATE FUNCTION publish_heard(subjects uuid[]) RETURNS void LANGUAGE sql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH heard AS (
        SELECT hearing_id, court_id FROM prisoners JOIN imprisonments USING (prisoner_id) JOIN hearings USING (imprisonment_id)
        WHERE prisoner_id = ANY(subjects) AND publication = 'published'
            AND NOT EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id AND w.part = 'hearings')),
    cited AS (
        SELECT source_id FROM heard JOIN citations USING (hearing_id)
        UNION ALL SELECT source_id FROM heard JOIN citations USING (court_id)),
    public_courts AS (UPDATE courts SET is_public = true WHERE NOT is_public AND court_id IN (SELECT court_id FROM heard))
    UPDATE sources SET is_public = true WHERE NOT is_public AND source_id IN (SELECT source_id FROM cited);
$$;

-- As before, with hearings.
CREATE OR REPLACE FUNCTION is_cited_publicly(source uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM citations AS c
        LEFT JOIN person_names AS n USING (person_name_id)
        LEFT JOIN honours AS h USING (honour_id)
        LEFT JOIN quotations AS q USING (quotation_id)
        LEFT JOIN designations AS d USING (designation_id)
        LEFT JOIN letter_addresses AS a USING (letter_address_id)
        LEFT JOIN risk_factors AS r USING (risk_factor_id)
        LEFT JOIN state_listings AS l USING (state_listing_id)
        LEFT JOIN person_tags AS pt USING (person_tag_id)
        LEFT JOIN claims AS x ON x.claim_id = c.claim_id
        LEFT JOIN charges AS g ON g.charge_id = c.charge_id
        LEFT JOIN sentences AS s ON s.sentence_id = c.sentence_id
        LEFT JOIN placements AS p ON p.placement_id = c.placement_id
        LEFT JOIN hearings AS b ON b.hearing_id = c.hearing_id
        LEFT JOIN releases AS f ON f.release_id = c.release_id
        LEFT JOIN concessions AS o ON o.concession_id = c.concession_id
        LEFT JOIN parties AS t ON t.party_id = c.party_id
        LEFT JOIN named_people AS m ON m.named_person_id = c.named_person_id
        LEFT JOIN reported_counts AS k ON k.reported_count_id = c.reported_count_id
        LEFT JOIN imprisonments AS i ON i.imprisonment_id = coalesce(c.imprisonment_id, g.imprisonment_id, s.imprisonment_id, p.imprisonment_id, b.imprisonment_id, f.imprisonment_id)
        LEFT JOIN prisoners AS who ON who.prisoner_id = coalesce(
            c.prisoner_id, n.prisoner_id, h.prisoner_id, q.prisoner_id, d.prisoner_id, a.prisoner_id, r.prisoner_id, l.prisoner_id, pt.prisoner_id, x.prisoner_id, i.prisoner_id)
        LEFT JOIN release_events AS e ON e.release_event_id = coalesce(
            c.release_event_id, o.release_event_id, t.release_event_id, m.release_event_id, k.release_event_id, x.release_event_id)
        WHERE c.source_id = source AND (
            who.publication = 'published'
                AND (c.risk_factor_id IS NULL OR r.visibility = 'public')
                AND (c.person_tag_id IS NULL OR EXISTS (SELECT FROM tags AS z WHERE z.tag_id = pt.tag_id AND z.shown_to_readers))
                AND NOT EXISTS (
                    SELECT FROM withheld_parts AS w
                    WHERE w.prisoner_id = who.prisoner_id AND (
                        w.part = 'birth_date' AND (c.prisoner_id IS NOT NULL AND c.field = 'BornOn' OR x.topic = 'birth_date')
                        OR w.part = 'citizenship' AND c.prisoner_id IS NOT NULL AND c.field = 'Citizenships'
                        OR w.part = 'description' AND c.prisoner_id IS NOT NULL AND c.field IN ('Summary', 'Occupation')
                        OR w.part = 'quotations' AND c.quotation_id IS NOT NULL
                        OR w.part = 'letter_addresses' AND c.letter_address_id IS NOT NULL
                        OR w.part = 'placements' AND c.placement_id IS NOT NULL
                        OR w.part = 'hearings' AND c.hearing_id IS NOT NULL))
            OR e.publication = 'published'
            OR c.reported_count_id IS NOT NULL AND k.release_event_id IS NULL
            OR c.organisation_id IS NOT NULL
            OR EXISTS (SELECT FROM tags AS z WHERE z.tag_id = c.tag_id AND z.shown_to_readers)
            OR EXISTS (SELECT FROM legal_codes AS z WHERE z.legal_code_id = c.legal_code_id AND z.is_public)
            OR EXISTS (SELECT FROM articles AS z WHERE z.article_id = c.article_id AND z.is_public)
            OR EXISTS (SELECT FROM facilities AS z WHERE z.facility_id = c.facility_id AND z.is_public)
            OR EXISTS (SELECT FROM courts AS z WHERE z.court_id = c.court_id AND z.is_public)
            OR EXISTS (SELECT FROM judges AS z WHERE z.judge_id = c.judge_id AND z.is_public)));
$$;

-- As before, with hearings.
CREATE OR REPLACE FUNCTION hide_uncited(subjects uuid[], gone uuid[]) RETURNS void LANGUAGE sql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH people AS (
        SELECT prisoner_id, publication <> 'published' AS hidden FROM prisoners
        WHERE prisoner_id = ANY(subjects)
            AND (publication <> 'published'
                OR EXISTS (SELECT FROM person_tags AS t WHERE t.prisoner_id = prisoners.prisoner_id)
                OR EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id)
                OR EXISTS (SELECT FROM risk_factors AS r WHERE r.prisoner_id = prisoners.prisoner_id AND visibility <> 'public'))),
    held AS (SELECT imprisonment_id, hidden FROM imprisonments JOIN people USING (prisoner_id)),
    events AS (SELECT release_event_id FROM release_events WHERE release_event_id = ANY(subjects) AND publication <> 'published'),
    untold AS (SELECT tag_id FROM tags WHERE tag_id = ANY(subjects) AND NOT shown_to_readers),
    touched AS (
        SELECT unnest(gone) AS source_id
        UNION SELECT source_id FROM citations JOIN people USING (prisoner_id)
        UNION SELECT source_id FROM person_names JOIN people USING (prisoner_id) JOIN citations USING (person_name_id) WHERE hidden
        UNION SELECT source_id FROM honours JOIN people USING (prisoner_id) JOIN citations USING (honour_id) WHERE hidden
        UNION SELECT source_id FROM quotations JOIN people USING (prisoner_id) JOIN citations USING (quotation_id)
        UNION SELECT source_id FROM designations JOIN people USING (prisoner_id) JOIN citations USING (designation_id) WHERE hidden
        UNION SELECT source_id FROM letter_addresses JOIN people USING (prisoner_id) JOIN citations USING (letter_address_id)
        UNION SELECT source_id FROM risk_factors JOIN people USING (prisoner_id) JOIN citations USING (risk_factor_id)
        UNION SELECT source_id FROM state_listings JOIN people USING (prisoner_id) JOIN citations USING (state_listing_id) WHERE hidden
        UNION SELECT source_id FROM person_tags JOIN people USING (prisoner_id) JOIN citations USING (person_tag_id)
        UNION SELECT source_id FROM citations JOIN untold USING (tag_id)
        UNION SELECT source_id FROM person_tags JOIN untold USING (tag_id) JOIN citations USING (person_tag_id)
        UNION SELECT source_id FROM claims JOIN people USING (prisoner_id) JOIN citations USING (claim_id)
        UNION SELECT source_id FROM held JOIN citations USING (imprisonment_id) WHERE hidden
        UNION SELECT source_id FROM charges JOIN held USING (imprisonment_id) JOIN citations USING (charge_id) WHERE hidden
        UNION SELECT source_id FROM sentences JOIN held USING (imprisonment_id) JOIN citations USING (sentence_id) WHERE hidden
        UNION SELECT source_id FROM placements JOIN held USING (imprisonment_id) JOIN citations USING (placement_id)
        UNION SELECT source_id FROM hearings JOIN held USING (imprisonment_id) JOIN citations USING (hearing_id)
        UNION SELECT source_id FROM releases JOIN held USING (imprisonment_id) JOIN citations USING (release_id) WHERE hidden
        UNION SELECT source_id FROM citations JOIN events USING (release_event_id)
        UNION SELECT source_id FROM concessions JOIN events USING (release_event_id) JOIN citations USING (concession_id)
        UNION SELECT source_id FROM parties JOIN events USING (release_event_id) JOIN citations USING (party_id)
        UNION SELECT source_id FROM named_people JOIN events USING (release_event_id) JOIN citations USING (named_person_id)
        UNION SELECT source_id FROM reported_counts JOIN events USING (release_event_id) JOIN citations USING (reported_count_id)
        UNION SELECT source_id FROM claims JOIN events USING (release_event_id) JOIN citations USING (claim_id))
    UPDATE sources SET is_public = false
    WHERE is_public AND source_id IN (SELECT source_id FROM touched) AND NOT is_cited_publicly(source_id);
$$;

-- As before, with hearings.
CREATE OR REPLACE FUNCTION mark_unsourced(subjects uuid[]) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    -- Looked up first: an array is found by index, thousands of rows joined in a loop are not.
    people uuid[] := subjects || ARRAY(SELECT prisoner_id FROM person_tags WHERE tag_id = ANY(subjects));
    cases uuid[] := ARRAY(SELECT imprisonment_id FROM imprisonments WHERE prisoner_id = ANY(people));
BEGIN
    WITH held AS (SELECT imprisonment_id, prisoner_id FROM imprisonments WHERE imprisonment_id = ANY(cases)),
    unsourced AS (
        SELECT prisoner_id FROM held AS f WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.imprisonment_id = f.imprisonment_id)
        UNION SELECT prisoner_id FROM charges AS f JOIN imprisonments USING (imprisonment_id) WHERE f.imprisonment_id = ANY(cases) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.charge_id = f.charge_id)
        UNION SELECT prisoner_id FROM sentences AS f JOIN imprisonments USING (imprisonment_id) WHERE f.imprisonment_id = ANY(cases) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.sentence_id = f.sentence_id)
        UNION SELECT prisoner_id FROM placements AS f JOIN imprisonments USING (imprisonment_id) WHERE f.imprisonment_id = ANY(cases) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.placement_id = f.placement_id)
        UNION SELECT prisoner_id FROM hearings AS f JOIN imprisonments USING (imprisonment_id) WHERE f.imprisonment_id = ANY(cases) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.hearing_id = f.hearing_id)
        UNION SELECT prisoner_id FROM releases AS f JOIN imprisonments USING (imprisonment_id)
            WHERE f.imprisonment_id = ANY(cases) AND coalesce(f.undone_as, 'returned_to_custody') = 'returned_to_custody' AND NOT EXISTS (SELECT FROM citations AS c WHERE c.release_id = f.release_id)
        UNION SELECT prisoner_id FROM designations AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.designation_id = f.designation_id)
        UNION SELECT prisoner_id FROM honours AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.honour_id = f.honour_id)
        UNION SELECT prisoner_id FROM quotations AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.quotation_id = f.quotation_id)
        UNION SELECT prisoner_id FROM letter_addresses AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.letter_address_id = f.letter_address_id)
        UNION SELECT prisoner_id FROM risk_factors AS f
            WHERE f.prisoner_id = ANY(people) AND f.visibility = 'public' AND NOT EXISTS (SELECT FROM citations AS c WHERE c.risk_factor_id = f.risk_factor_id)
        UNION SELECT prisoner_id FROM state_listings AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.state_listing_id = f.state_listing_id)
        UNION SELECT prisoner_id FROM person_tags AS f JOIN tags USING (tag_id)
            WHERE f.prisoner_id = ANY(people) AND shown_to_readers AND NOT EXISTS (SELECT FROM citations AS c WHERE c.person_tag_id = f.person_tag_id)
        UNION SELECT prisoner_id FROM claims AS f WHERE f.prisoner_id = ANY(people) AND NOT EXISTS (SELECT FROM citations AS c WHERE c.claim_id = f.claim_id))
    UPDATE prisoners AS p SET has_unsourced = NOT has_unsourced
    WHERE p.prisoner_id = ANY(people) AND has_unsourced <> (prisoner_id IN (SELECT prisoner_id FROM unsourced));
END
$$;
