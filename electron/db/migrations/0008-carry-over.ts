export const carryOver = `
-- One row per thing that was taken up again (item_id: what it became) or set aside (dismissed_at, why). Without a row it
-- is proposed. Its source is one of three; of an item whose source was removed since, none is left and the words stay.
CREATE TABLE carry_over (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  source_item_id TEXT UNIQUE REFERENCES agenda_item (id),
  project_id TEXT UNIQUE REFERENCES project (id),
  watch_item_id TEXT UNIQUE REFERENCES watch_item (id),
  from_meeting_id TEXT REFERENCES meeting (id),
  reason TEXT NOT NULL CHECK (reason IN (
    'postponed', 'referredBack', 'notTreated', 'noOutcome', 'meetingCancelled', 'toPresent', 'toFollow', 'presentedBefore')),
  times INTEGER NOT NULL,
  item_id TEXT UNIQUE REFERENCES agenda_item (id),
  dismissed_at TEXT, why TEXT NOT NULL,
  CHECK (item_id IS NOT NULL OR dismissed_at IS NOT NULL),
  CHECK ((source_item_id IS NOT NULL) + (project_id IS NOT NULL) + (watch_item_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX carry_over_by_meeting ON carry_over (from_meeting_id);

-- Items that were put off, however long ago, and texts that wait for a meeting, among ten thousand that do not.
CREATE INDEX minutes_section_put_off ON minutes_section (item_id) WHERE outcome IN ('reporte', 'renvoye', 'nonTraite');
CREATE INDEX watch_item_waiting ON watch_item (follow_up, id) WHERE follow_up IN ('toPresent', 'toFollow');

INSERT INTO back_plan_line (id, version, title, offset_days, counting, act)
  SELECT '01900000-0000-7000-8000-00000000b012', 1, 'Reprendre ce qui est resté ouvert', -25, 'calendar', 'carryOver'
  WHERE (SELECT count(*) FROM back_plan_line) < 60;
`
