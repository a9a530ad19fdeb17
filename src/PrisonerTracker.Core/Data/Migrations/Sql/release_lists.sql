-- Takes away the drafts that recording a list made, when it is undone. Runs with its owner's rights, because the application may not delete
-- people; whoever is public, was changed since, or was not made by a recorded line of the list, it refuses.
CREATE FUNCTION remove_drafts_of_list(list uuid, people uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(people) AS wanted(id)
        WHERE NOT EXISTS (
            SELECT FROM public.release_list_lines AS l JOIN public.prisoners AS p USING (prisoner_id)
            WHERE l.release_list_id = list AND l.prisoner_id = wanted.id AND l.added_person
                AND p.publication = 'draft' AND p.updated_at = l.applied_at)) THEN
        RAISE EXCEPTION 'list % made no such draft that nobody changed', list USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE public.release_list_lines SET prisoner_id = NULL, decision = CASE WHEN decision = 'matched' THEN 'choose' ELSE decision END
        WHERE prisoner_id = ANY(people);
    DELETE FROM public.named_people WHERE prisoner_id = ANY(people);
    DELETE FROM public.distinct_pairs WHERE first_id = ANY(people) OR second_id = ANY(people);
    DELETE FROM public.releases WHERE imprisonment_id IN (SELECT imprisonment_id FROM public.imprisonments WHERE prisoner_id = ANY(people));
    DELETE FROM public.imprisonments WHERE prisoner_id = ANY(people);
    DELETE FROM public.prisoners WHERE prisoner_id = ANY(people);
END $$;
