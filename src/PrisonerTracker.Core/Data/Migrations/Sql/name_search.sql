-- Names are words with a space before and after each, so that an index finds whole words and beginnings.
UPDATE prisoners SET search_text = ' ' || search_text || ' ' WHERE search_text <> '' AND search_text NOT LIKE ' %';

-- A text in several languages as searchable words: stemmed in those PostgreSQL knows, and as written in all.
CREATE FUNCTION localized_document(texts jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('english', coalesce(texts ->> 'en', ''))
        || to_tsvector('russian', coalesce(texts ->> 'ru', ''))
        || to_tsvector('simple', coalesce((SELECT string_agg(value, ' ') FROM jsonb_each_text(texts)), ''));
$$;

-- What is said of people, as words: of those among the subjects, and of those whose case refers to an article or facility among them.
-- A few people of many: always by index, also while the tables grow faster than their statistics.
CREATE FUNCTION restate_documents(subjects uuid[]) RETURNS void LANGUAGE sql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH people AS (
        SELECT unnest(subjects) AS prisoner_id
        UNION SELECT prisoner_id FROM charges JOIN imprisonments USING (imprisonment_id) WHERE article_id = ANY(subjects)
        UNION SELECT prisoner_id FROM placements JOIN imprisonments USING (imprisonment_id) WHERE facility_id = ANY(subjects)),
    documents AS (
        SELECT prisoner_id,
            setweight(localized_document(occupation), 'A') || setweight(localized_document(summary), 'C')
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
                    GROUP BY language) AS held), ''), 'B') AS document
        FROM people JOIN prisoners USING (prisoner_id))
    UPDATE prisoners SET search_document = document
    FROM documents
    WHERE prisoners.prisoner_id = documents.prisoner_id AND search_document IS DISTINCT FROM document;
$$;

SELECT restate_documents(array_agg(prisoner_id)) FROM prisoners;
