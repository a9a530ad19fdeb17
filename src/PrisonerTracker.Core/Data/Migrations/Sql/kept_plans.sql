-- What follows from a write is worked out at the end of every one. A function in SQL is planned at every call, which took ten times as long
-- as running it; in PL/pgSQL a session can keep the plan. The bodies are as they were.

CREATE OR REPLACE FUNCTION publish_cited(subjects uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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
        UNION ALL SELECT source_id FROM letter_addresses JOIN people USING (prisoner_id) JOIN citations USING (letter_address_id)
        UNION ALL SELECT source_id FROM risk_factors JOIN people USING (prisoner_id) JOIN citations USING (risk_factor_id) WHERE visibility = 'public'
        UNION ALL SELECT source_id FROM state_listings JOIN people USING (prisoner_id) JOIN citations USING (state_listing_id)
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
END
$$;

CREATE OR REPLACE FUNCTION publish_catalogue(subjects uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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
END
$$;

CREATE OR REPLACE FUNCTION restate_documents(subjects uuid[]) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
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
END
$$;

CREATE OR REPLACE FUNCTION publish_tagged(subjects uuid[]) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    WITH carried AS (
        SELECT person_tag_id, tag_id, prisoner_id FROM person_tags WHERE prisoner_id = ANY(subjects)
        UNION SELECT person_tag_id, tag_id, prisoner_id FROM person_tags WHERE tag_id = ANY(subjects)),
    cited AS (
        SELECT source_id FROM carried JOIN tags USING (tag_id) JOIN prisoners USING (prisoner_id) JOIN citations USING (person_tag_id)
            WHERE shown_to_readers AND publication = 'published'
        UNION ALL SELECT source_id FROM tags JOIN citations USING (tag_id) WHERE tag_id = ANY(subjects) AND shown_to_readers)
    UPDATE sources SET is_public = true WHERE NOT is_public AND source_id IN (SELECT source_id FROM cited);
END
$$;

CREATE OR REPLACE FUNCTION publish_heard(subjects uuid[]) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    WITH heard AS (
        SELECT hearing_id, court_id FROM prisoners JOIN imprisonments USING (prisoner_id) JOIN hearings USING (imprisonment_id)
        WHERE prisoner_id = ANY(subjects) AND publication = 'published'
            AND NOT EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = prisoners.prisoner_id AND w.part = 'hearings')),
    cited AS (
        SELECT source_id FROM heard JOIN citations USING (hearing_id)
        UNION ALL SELECT source_id FROM heard JOIN citations USING (court_id)),
    public_courts AS (UPDATE courts SET is_public = true WHERE NOT is_public AND court_id IN (SELECT court_id FROM heard))
    UPDATE sources SET is_public = true WHERE NOT is_public AND source_id IN (SELECT source_id FROM cited);
END
$$;

CREATE OR REPLACE FUNCTION hide_uncited(subjects uuid[], gone uuid[]) RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
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
END
$$;
