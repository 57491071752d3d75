// A position is found by its stance too, with words or without.
export const stancesFound = `
UPDATE search_text SET folded_body = folded_body || ' ' || (
  SELECT CASE stance
    WHEN 'favorable' THEN 'favorable accord' WHEN 'reserves' THEN 'reserves reserve'
    WHEN 'defavorable' THEN 'defavorable contre oppose' WHEN 'reservee' THEN 'position reservee'
    ELSE 'sans avis' END
  FROM item_position WHERE item_position.id = search_text.entity_id)
WHERE kind = 'position' AND entity_id IN (SELECT id FROM item_position);
`
