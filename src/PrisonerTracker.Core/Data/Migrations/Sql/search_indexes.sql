-- What names and words are found by. Run after every migration: they are taken away while many people are added at once, and one that was
-- broken off then leaves it to the next start to bring them back.
CREATE INDEX IF NOT EXISTS ix_prisoners_search_text ON prisoners USING gin (search_text gin_trgm_ops) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_prisoners_search_sounds ON prisoners USING gin (search_sounds gin_trgm_ops) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_prisoners_search_document ON prisoners USING gin (search_document) WITH (fastupdate = false);
CREATE INDEX IF NOT EXISTS ix_person_names_match_keys ON person_names USING gin (match_keys) WITH (fastupdate = false);

-- Whose names have one of the keys, a person once for each such name. The planner takes rare keys for common ones and would read the whole
-- table in the hope of meeting some early; with a setting of its own the function is planned by itself, by the index.
CREATE OR REPLACE FUNCTION name_bearers(keys int[], most int) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 SET enable_seqscan = off AS
$$ SELECT prisoner_id FROM person_names WHERE match_keys && keys LIMIT most $$;
