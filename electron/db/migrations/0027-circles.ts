// Whoever reads a draft over inside, and the members, are two circles: each has its own numbers, letter and last day.
export const circles = `
ALTER TABLE observation ADD COLUMN circle TEXT NOT NULL DEFAULT 'members' CHECK (circle IN ('internal', 'members'));
ALTER TABLE observation ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE minutes ADD COLUMN internal_deadline TEXT;

-- A draft agenda is only read over inside; minutes are until the members have them.
UPDATE observation SET circle = 'internal'
WHERE paper = 'agenda' OR EXISTS (
  SELECT 1 FROM minutes_version
  WHERE minutes_version.id = observation.minutes_version_id
    AND minutes_version.state IN ('drafting', 'internalReview')
) OR (minutes_version_id IS NULL AND EXISTS (
  SELECT 1 FROM minutes
  WHERE minutes.meeting_id = observation.meeting_id AND minutes.state IN ('drafting', 'internalReview')
));
UPDATE observation SET number = ranked.number FROM (
  SELECT id, row_number() OVER (PARTITION BY meeting_id, paper, circle ORDER BY position, id) AS number FROM observation
) AS ranked WHERE ranked.id = observation.id;

-- The draft that went to the chair alone was a message to the members with other recipients.
UPDATE dispatch SET kind = 'internalMinutes'
WHERE kind = 'draftMinutes'
  AND EXISTS (SELECT 1 FROM dispatch_recipient AS r WHERE r.dispatch_id = dispatch.id AND r.reason = 'chair')
  AND NOT EXISTS (
    SELECT 1 FROM dispatch_recipient AS r
    WHERE r.dispatch_id = dispatch.id AND r.reason IN ('member', 'deputy')
  );
`
