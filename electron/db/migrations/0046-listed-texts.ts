// What the list of followed texts is narrowed, counted and sorted by, without the prose that stands beside it in each row.
export const listedTexts = `
CREATE INDEX watch_item_listed ON watch_item
  (id, status, follow_up, nature, ministry, audience, published_on, in_force_on, applies_on);
CREATE INDEX text_deadline_by_audience ON text_deadline (audience);
`
