-- What a person's names are found by: each word (t), what it sounds like (s), and the first letters of both (b, c). The application asks for
-- the same (Search/NameLexemes.cs).
CREATE FUNCTION name_lexemes(words text, sounds text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
    SELECT array_to_tsvector(ARRAY(
        SELECT lexeme
        FROM (SELECT 't', 'b', unnest(string_to_array(btrim(words), ' '))
              UNION ALL
              SELECT 's', 'c', unnest(string_to_array(btrim(sounds), ' '))) AS parts (whole, beginning, word),
            LATERAL (VALUES (whole || word), (beginning || left(word, 1)), (beginning || left(word, 2)), (beginning || left(word, 3)),
                            (beginning || left(word, 4))) AS made (lexeme)
        WHERE word <> ''))
$$;

-- One to four letters of each word.
CREATE FUNCTION name_beginnings(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
    SELECT ARRAY(
        SELECT DISTINCT left(word, letters)
        FROM unnest(string_to_array(btrim(words), ' ')) AS word, generate_series(1, 4) AS letters
        WHERE word <> '')
$$;

-- In one statement: each would write the whole table anew.
ALTER TABLE prisoners
    ADD COLUMN name_lexemes tsvector GENERATED ALWAYS AS (name_lexemes(search_text, search_sounds)) STORED,
    ADD COLUMN name_beginnings text[] GENERATED ALWAYS AS (name_beginnings(search_text)) STORED;
