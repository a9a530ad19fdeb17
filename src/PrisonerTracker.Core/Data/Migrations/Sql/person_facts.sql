-- What the model cannot express of claims, of facts that only editors see, and of facts without a source.

-- One preferred claim per subject and topic. Deferred, because the preference passes from one to another within one edit.
ALTER TABLE claims ADD CONSTRAINT ex_claims_preferred EXCLUDE (
    coalesce(prisoner_id, release_event_id) WITH =,
    coalesce(imprisonment_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    topic WITH =
) WHERE (is_preferred) DEFERRABLE INITIALLY DEFERRED;

-- As before, with the facts that are new. A source that only a withheld fact cites stays unknown to the public.
CREATE OR REPLACE FUNCTION publish_cited(subjects uuid[]) RETURNS void LANGUAGE sql AS $$
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
$$;

-- Whether something a reader can see of a person has no source. A withheld fact does not count: the list would give it away.
-- A few people of many: always by index, also while the tables grow faster than their statistics.
CREATE FUNCTION mark_unsourced(subjects uuid[]) RETURNS void LANGUAGE sql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    WITH people AS (SELECT prisoner_id FROM prisoners WHERE prisoner_id = ANY(subjects)),
    held AS (SELECT imprisonment_id, prisoner_id FROM imprisonments JOIN people USING (prisoner_id)),
    unsourced AS (
        SELECT prisoner_id FROM held AS f WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.imprisonment_id = f.imprisonment_id)
        UNION SELECT prisoner_id FROM charges AS f JOIN held USING (imprisonment_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.charge_id = f.charge_id)
        UNION SELECT prisoner_id FROM sentences AS f JOIN held USING (imprisonment_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.sentence_id = f.sentence_id)
        UNION SELECT prisoner_id FROM placements AS f JOIN held USING (imprisonment_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.placement_id = f.placement_id)
        UNION SELECT prisoner_id FROM releases AS f JOIN held USING (imprisonment_id)
            WHERE coalesce(f.undone_as, 'returned_to_custody') = 'returned_to_custody' AND NOT EXISTS (SELECT FROM citations AS c WHERE c.release_id = f.release_id)
        UNION SELECT prisoner_id FROM designations AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.designation_id = f.designation_id)
        UNION SELECT prisoner_id FROM honours AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.honour_id = f.honour_id)
        UNION SELECT prisoner_id FROM quotations AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.quotation_id = f.quotation_id)
        UNION SELECT prisoner_id FROM letter_addresses AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.letter_address_id = f.letter_address_id)
        UNION SELECT prisoner_id FROM risk_factors AS f JOIN people USING (prisoner_id)
            WHERE f.visibility = 'public' AND NOT EXISTS (SELECT FROM citations AS c WHERE c.risk_factor_id = f.risk_factor_id)
        UNION SELECT prisoner_id FROM state_listings AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.state_listing_id = f.state_listing_id)
        UNION SELECT prisoner_id FROM claims AS f JOIN people USING (prisoner_id) WHERE NOT EXISTS (SELECT FROM citations AS c WHERE c.claim_id = f.claim_id))
    UPDATE prisoners AS p SET has_unsourced = NOT has_unsourced
    WHERE p.prisoner_id = ANY(subjects) AND has_unsourced <> (prisoner_id IN (SELECT prisoner_id FROM unsourced));
$$;

SELECT mark_unsourced(array_agg(prisoner_id)) FROM prisoners;

CREATE INDEX ix_prisoners_unsourced ON prisoners (sort_name, prisoner_id) WHERE publication = 'published' AND has_unsourced;
