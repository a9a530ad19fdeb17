-- One day before the sentence is never credited by two rules at once.
ALTER TABLE credit_rules ADD CONSTRAINT ex_credit_rules_overlap EXCLUDE USING gist (
    country WITH =, penalty WITH =, (coalesce(regime, '')) WITH =, custody WITH =,
    daterange(valid_from, valid_until, '[]') WITH &&);

-- The rules to begin with. What nobody compared with the text of the law is not verified, and is labelled so wherever it is used.
INSERT INTO credit_rules (
    credit_rule_id, country, penalty, regime, custody, custody_days, term_days, valid_from, valid_until, is_verified, source, source_address, note, version)
SELECT gen_random_uuid(), r.country, r.penalty, r.regime, 'remand', r.custody_days, r.term_days, r.valid_from::date, r.valid_until::date,
    r.is_verified, s.source, s.source_address, jsonb_build_object('en', r.note), 1
FROM (VALUES
    ('BY', 'imprisonment', 'general', 1, 1, NULL, '2021-06-18', false, 'by', 'Up to the change of 19 June 2021. Whether the change also applies to days before it is not verified; the register does not apply it to them.'),
    ('BY', 'imprisonment', 'general', 2, 3, '2021-06-19', NULL, false, 'by', 'Some convictions are excepted; which ones is not verified, and the register makes no exception.'),
    ('BY', 'imprisonment', 'reinforced', 1, 1, NULL, '2021-06-18', false, 'by', 'Up to the change of 19 June 2021. Whether the change also applies to days before it is not verified; the register does not apply it to them.'),
    ('BY', 'imprisonment', 'reinforced', 2, 3, '2021-06-19', NULL, false, 'by', 'Some convictions are excepted; which ones is not verified, and the register makes no exception.'),
    ('BY', 'imprisonment', 'strict', 1, 1, NULL, NULL, false, NULL, 'No source is attached yet.'),
    ('BY', 'restriction_of_liberty_in_facility', NULL, 1, 2, NULL, NULL, false, NULL, 'No source is attached yet.'),
    ('BY', 'restriction_of_liberty_at_home', NULL, 1, 2, NULL, NULL, false, NULL, 'No source is attached yet.'),
    ('RU', 'imprisonment', 'general', 2, 3, NULL, NULL, true, 'ru', 'In force since 14 July 2018; applied to earlier days as well, because a milder law reaches back (Criminal Code, article 10). Some convictions are excepted (article 72, parts 3.2 and 3.3); the register makes no exception.'),
    ('RU', 'imprisonment', 'settlement', 1, 2, NULL, NULL, true, 'ru', 'In force since 14 July 2018; applied to earlier days as well, because a milder law reaches back (Criminal Code, article 10). Some convictions are excepted (article 72, parts 3.2 and 3.3); the register makes no exception.'),
    ('RU', 'imprisonment', 'strict', 1, 1, NULL, NULL, true, 'ru', 'In force since 14 July 2018; one for one before as well.'),
    ('RU', 'imprisonment', 'special', 1, 1, NULL, NULL, true, 'ru', 'In force since 14 July 2018; one for one before as well.'),
    ('RU', 'imprisonment', 'prison', 1, 1, NULL, NULL, true, 'ru', 'In force since 14 July 2018; one for one before as well.')
) AS r (country, penalty, regime, custody_days, term_days, valid_from, valid_until, is_verified, source_key, note)
LEFT JOIN (VALUES
    ('by', 'Law of the Republic of Belarus of 26 May 2021 No. 112-Z, in force since 19 June 2021, as reported by A Country to Live In; the report names the ratio and the day, not the regimes.', 'https://en.stranafund.org/blog/nashi-proekti/kak-ne-rabotaet-pravosudie'),
    ('ru', 'Criminal Code of the Russian Federation, article 72, part 3.1, as amended by Federal Law of 3 July 2018 No. 186-FZ; explained by the prison service of Vologda region.', 'http://vologda.fsin.gov.ru/vzaimodeystviya-s-obshchestvennostyu-i-zashchita-prav-cheloveka/razyasneniya-federalnogo-zakona-ot-3-iyulya-2018-goda-186-fz-o-vnesenii-izmeneniy-v-statyu-72-ugolov.php')
) AS s (source_key, source, source_address) USING (source_key);
