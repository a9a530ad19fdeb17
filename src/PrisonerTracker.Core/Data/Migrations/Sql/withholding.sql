-- A source is public while something that readers can see cites it, and no longer.

-- Whether readers can see one of the facts that cite a source. The first one found is enough.
CREATE FUNCTION is_cited_publicly(source uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM citations AS c
        LEFT JOIN person_names AS n USING (person_name_id)
        LEFT JOIN honours AS h USING (honour_id)
        LEFT JOIN quotations AS q USING (quotation_id)
        LEFT JOIN designations AS d USING (designation_id)
        LEFT JOIN letter_addresses AS a USING (letter_address_id)
        LEFT JOIN risk_factors AS r USING (risk_factor_id)
        LEFT JOIN state_listings AS l USING (state_listing_id)
        LEFT JOIN claims AS x ON x.claim_id = c.claim_id
        LEFT JOIN charges AS g ON g.charge_id = c.charge_id
        LEFT JOIN sentences AS s ON s.sentence_id = c.sentence_id
        LEFT JOIN placements AS p ON p.placement_id = c.placement_id
        LEFT JOIN releases AS f ON f.release_id = c.release_id
        LEFT JOIN concessions AS o ON o.concession_id = c.concession_id
        LEFT JOIN parties AS t ON t.party_id = c.party_id
        LEFT JOIN named_people AS m ON m.named_person_id = c.named_person_id
        LEFT JOIN reported_counts AS k ON k.reported_count_id = c.reported_count_id
        LEFT JOIN imprisonments AS i ON i.imprisonment_id = coalesce(c.imprisonment_id, g.imprisonment_id, s.imprisonment_id, p.imprisonment_id, f.imprisonment_id)
        LEFT JOIN prisoners AS who ON who.prisoner_id = coalesce(
            c.prisoner_id, n.prisoner_id, h.prisoner_id, q.prisoner_id, d.prisoner_id, a.prisoner_id, r.prisoner_id, l.prisoner_id, x.prisoner_id, i.prisoner_id)
        LEFT JOIN release_events AS e ON e.release_event_id = coalesce(
            c.release_event_id, o.release_event_id, t.release_event_id, m.release_event_id, k.release_event_id, x.release_event_id)
        WHERE c.source_id = source AND (
            who.publication = 'published'
                AND (c.risk_factor_id IS NULL OR r.visibility = 'public')
                AND NOT EXISTS (
                    SELECT FROM withheld_parts AS w
                    WHERE w.prisoner_id = who.prisoner_id AND (
                        w.part = 'birth_date' AND (c.prisoner_id IS NOT NULL AND c.field = 'BornOn' OR x.topic = 'birth_date')
                        OR w.part = 'citizenship' AND c.prisoner_id IS NOT NULL AND c.field = 'Citizenships'
                        OR w.part = 'description' AND c.prisoner_id IS NOT NULL AND c.field IN ('Summary', 'Occupation')
                        OR w.part = 'quotations' AND c.quotation_id IS NOT NULL
                        OR w.part = 'letter_addresses' AND c.letter_address_id IS NOT NULL
                        OR w.part = 'placements' AND c.placement_id IS NOT NULL))
            OR e.publication = 'published'
            OR c.reported_count_id IS NOT NULL AND k.release_event_id IS NULL
            OR c.organisation_id IS NOT NULL
            OR EXISTS (SELECT FROM legal_codes AS z WHERE z.legal_code_id = c.legal_code_id AND z.is_public)
            OR EXISTS (SELECT FROM articles AS z WHERE z.article_id = c.article_id AND z.is_public)
            OR EXISTS (SELECT FROM facilities AS z WHERE z.facility_id = c.facility_id AND z.is_public)
            OR EXISTS (SELECT FROM courts AS z WHERE z.court_id = c.court_id AND z.is_public)
            OR EXISTS (SELECT FROM judges AS z WHERE z.judge_id = c.judge_id AND z.is_public)));
$$;

-- Takes sources back from readers: those whose citations went, and those that something of the subjects cites that is not public (any
-- more). A few people of many: always by index.
CREATE FUNCTION hide_uncited(subjects uuid[], gone uuid[]) RETURNS void LANGUAGE sql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH people AS (
        SELECT prisoner_id, publication <> 'published' AS hidden FROM prisoners
        WHERE prisoner_id = ANY(subjects)
            AND (publication <> 'published'
                OR EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id)
                OR EXISTS (SELECT FROM risk_factors AS r WHERE r.prisoner_id = prisoners.prisoner_id AND visibility <> 'public'))),
    held AS (SELECT imprisonment_id, hidden FROM imprisonments JOIN people USING (prisoner_id)),
    events AS (SELECT release_event_id FROM release_events WHERE release_event_id = ANY(subjects) AND publication <> 'published'),
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
        UNION SELECT source_id FROM claims JOIN people USING (prisoner_id) JOIN citations USING (claim_id)
        UNION SELECT source_id FROM held JOIN citations USING (imprisonment_id) WHERE hidden
        UNION SELECT source_id FROM charges JOIN held USING (imprisonment_id) JOIN citations USING (charge_id) WHERE hidden
        UNION SELECT source_id FROM sentences JOIN held USING (imprisonment_id) JOIN citations USING (sentence_id) WHERE hidden
        UNION SELECT source_id FROM placements JOIN held USING (imprisonment_id) JOIN citations USING (placement_id)
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

-- As before, without what is withheld: whoever searched for it would learn it from the hit.
CREATE OR REPLACE FUNCTION restate_documents(subjects uuid[]) RETURNS void LANGUAGE sql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH people AS (
        SELECT unnest(subjects) AS prisoner_id
        UNION SELECT prisoner_id FROM charges JOIN imprisonments USING (imprisonment_id) WHERE article_id = ANY(subjects)
        UNION SELECT prisoner_id FROM placements JOIN imprisonments USING (imprisonment_id) WHERE facility_id = ANY(subjects)),
    documents AS (
        SELECT prisoner_id,
            CASE WHEN EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id AND w.part = 'description') THEN ''::tsvector
                ELSE setweight(localized_document(occupation), 'A') || setweight(localized_document(summary), 'C') END
            || setweight(coalesce((
                SELECT localized_document(jsonb_object_agg(language, words))
                FROM (
                    SELECT language, string_agg(text, ' ; ') AS words
                    FROM imprisonments JOIN charges USING (imprisonment_id) JOIN articles USING (article_id)
                    CROSS JOIN LATERAL jsonb_each_text(title || jsonb_build_object('number', number)) AS texts (language, text)
                    WHERE imprisonments.prisoner_id = prisoners.prisoner_id
                    GROUP BY language) AS charged), ''), 'B')
            || setweight(coalesce((
                SELECT localized_document(jsonb_object_agg(language, words))
                FROM (
                    SELECT language, string_agg(text, ' ; ') AS words
                    FROM imprisonments JOIN placements USING (imprisonment_id) JOIN facilities USING (facility_id)
                    CROSS JOIN LATERAL jsonb_each_text(name) AS texts (language, text)
                    WHERE imprisonments.prisoner_id = prisoners.prisoner_id
                        AND NOT EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id AND w.part = 'placements')
                    GROUP BY language) AS held), ''), 'B') AS document
        FROM people JOIN prisoners USING (prisoner_id))
    UPDATE prisoners SET search_document = document
    FROM documents
    WHERE prisoners.prisoner_id = documents.prisoner_id AND search_document IS DISTINCT FROM document;
$$;

-- Sources that stayed public when what cited them was withdrawn.
UPDATE sources SET is_public = false WHERE is_public AND NOT is_cited_publicly(source_id);
