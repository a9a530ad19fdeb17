-- Takes away a row that a merge added, when the merge is undone. Runs with its owner's rights, because the application may not delete
-- facts; what a standing merge does not list as added, it refuses.
CREATE FUNCTION remove_added_by_merge(merge uuid, added_to text, added_key jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    key_column text;
    key_value text;
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.merges AS m, jsonb_array_elements(m.rows) AS r
        WHERE m.merge_id = merge AND m.undone_at IS NULL
            AND r->>'Table' = added_to AND r->'Key' = added_key AND r->'Before' = 'null'::jsonb) THEN
        RAISE EXCEPTION 'merge % added no such row to %', merge, added_to USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT key, value INTO STRICT key_column, key_value FROM jsonb_each_text(added_key);
    EXECUTE format('DELETE FROM public.%I WHERE %I = %L', added_to, key_column, key_value);
END $$;
