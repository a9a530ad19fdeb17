-- What statistics group people by, in one narrow index: a sixteenth of the table.
CREATE INDEX ix_prisoners_counted ON prisoners (prisoner_id)
    INCLUDE (publication, standing_custody, gender, born_on_earliest, born_on_latest, died_on_earliest, standing_penalty_in_force, standing_term_months)
    WHERE publication IN ('published', 'withheld');
