-- What names and words are found by. Run after every migration: they are taken away while many people are added at once, and one that was
-- broken off then leaves it to the next start to bring them back.
CREATE INDEX IF NOT EXISTS ix_prisoners_search_text ON prisoners USING gin (search_text gin_trgm_ops) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_prisoners_name_lexemes ON prisoners USING gin (name_lexemes) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_prisoners_name_beginnings ON prisoners USING gin (name_beginnings) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_prisoners_search_document ON prisoners USING gin (search_document) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_person_names_match_keys ON person_names USING gin (match_keys) WITH (fastupdate = false);

-- Each of these asks one index for at most so many people, readers' or not. The planner takes rare keys for common ones and, with a limit,
-- would read the whole table in the hope of meeting some early; a function with settings of its own is planned by itself, by its index.
CREATE OR REPLACE FUNCTION name_bearers(keys int[], most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off SET enable_indexscan = off AS
$$ SELECT prisoner_id FROM person_names WHERE match_keys && keys LIMIT most $$;

CREATE OR REPLACE FUNCTION people_named(lexemes text, most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off SET enable_indexscan = off AS
$$ SELECT prisoner_id FROM prisoners WHERE name_lexemes @@ lexemes::tsquery LIMIT most $$;

CREATE OR REPLACE FUNCTION people_beginning(letters text, most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off SET enable_indexscan = off AS
$$ SELECT prisoner_id FROM prisoners WHERE name_beginnings @> ARRAY[letters] LIMIT most $$;

-- All patterns are conditions of the index; the last ones, where there are more than three, of the rows it finds.
CREATE OR REPLACE FUNCTION people_with_letters(patterns text[], most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off SET enable_indexscan = off AS
$$
    SELECT prisoner_id FROM prisoners
    WHERE search_text LIKE patterns[1] AND search_text LIKE coalesce(patterns[2], patterns[1]) AND search_text LIKE coalesce(patterns[3], patterns[1])
        AND search_text LIKE ALL (patterns)
    LIMIT most
$$;

-- Each language by itself: of a word that stands everywhere only some entries are read then, enough to tell that there are too many.
CREATE OR REPLACE FUNCTION people_described(words text, most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off SET enable_indexscan = off SET gin_fuzzy_search_limit = 10000 AS
$$
    SELECT prisoner_id FROM (
        (SELECT prisoner_id FROM prisoners WHERE search_document @@ websearch_to_tsquery('simple', words) LIMIT most)
        UNION (SELECT prisoner_id FROM prisoners WHERE search_document @@ websearch_to_tsquery('english', words) LIMIT most)
        UNION (SELECT prisoner_id FROM prisoners WHERE search_document @@ websearch_to_tsquery('russian', words) LIMIT most)) AS found
    LIMIT most
$$;
