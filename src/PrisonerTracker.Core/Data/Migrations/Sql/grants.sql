-- What the application's role may do: run after every migration. It reads and adds, changes facts, takes away only what a form can
-- take away, and can neither rewrite history nor change the schema.
GRANT USAGE ON SCHEMA public TO prisonertracker_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO prisonertracker_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO prisonertracker_app;
GRANT DELETE ON person_names, citations, charges, charge_steps, sentences, placements, hearings, named_people, honours, quotations, designations,
    letter_addresses, risk_factors, state_listings, claims, held_periods, withheld_parts, photos, photo_files, reported_count_parts, look_alikes, distinct_pairs, person_tags, bulk_people, user_claims, user_logins, user_tokens TO prisonertracker_app;
REVOKE EXECUTE ON FUNCTION remove_added_by_merge(uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_added_by_merge(uuid, text, jsonb) TO prisonertracker_app;
REVOKE UPDATE ON changes FROM prisonertracker_app;
REVOKE INSERT, UPDATE ON migrations FROM prisonertracker_app;
REVOKE EXECUTE ON FUNCTION remove_drafts_of_list(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_drafts_of_list(uuid, uuid[]) TO prisonertracker_app;
