-- Generated people are nobody's duplicates; everybody else waits to be compared.
UPDATE prisoners SET compared_version = version
WHERE prisoner_id IN (SELECT unnest(subject_ids) FROM changes WHERE action = 'synthetic.generated');
