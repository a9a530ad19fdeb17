-- What the filters of the list are answered by. Run after every migration; safe to repeat.

-- The words of a text in all its languages as the application folds them (Names/SearchText.cs): lower case, no diacritics, ё as е, ў as у,
-- й as it is, no points and vowel signs above or below, apostrophes gone, a space before and after each word.
CREATE OR REPLACE FUNCTION folded_words(texts jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
    SELECT ' ' || coalesce(string_agg(btrim(
        regexp_replace(
            translate(
                regexp_replace(
                    replace(regexp_replace(normalize(replace(replace(replace(lower(value), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFD), '[''’‘ʼʹ`´\u200b-\u200f\u00ad]', '', 'g'), U&'\0438\0306', 'й'),
                    '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u0900-\u0902\u093a\u093c\u0941-\u0948\u094d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102d-\u1030\u1032-\u1037\u1039\u103a\u103d\u103e]', '', 'g'),
                'łøđı', 'lodi'),
            '[^[:alnum:]]+', ' ', 'g')), ' ' ORDER BY key), '') || ' '
    FROM jsonb_each_text(texts)
$$;

CREATE INDEX IF NOT EXISTS ix_prisoners_occupation ON prisoners USING gin (folded_words(occupation) gin_trgm_ops) WITH (fastupdate = false)
    WHERE publication = 'published';
CREATE INDEX IF NOT EXISTS ix_prisoners_citizenships ON prisoners USING gin (citizenships) WITH (fastupdate = false) WHERE publication = 'published';

-- Equal ones are kept once in it: which there are is read without reading whose.
CREATE INDEX IF NOT EXISTS ix_prisoners_by_citizenships ON prisoners (citizenships) WHERE publication = 'published';
CREATE INDEX IF NOT EXISTS ix_prisoners_by_stage ON prisoners (standing_legal_stage, sort_name, prisoner_id) WHERE publication = 'published';
CREATE INDEX IF NOT EXISTS ix_sentences_decided_on ON sentences (decided_on_earliest, decided_on_latest, imprisonment_id) WHERE outcome IN ('imposed', 'changed');
CREATE INDEX IF NOT EXISTS ix_placements_incommunicado ON placements (imprisonment_id) WHERE incommunicado AND until_on_earliest IS NULL;
