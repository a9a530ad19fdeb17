-- What was refused in English before is kept as the sentence it was, without gaps.
UPDATE bulk_people
SET refused_because = jsonb_build_object('english', replace(replace(refusal, '{', '{{'), '}', '}}'), 'values', '[]'::jsonb)
WHERE refusal IS NOT NULL;
