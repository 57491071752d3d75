export const followUp = `
-- Under the action's own id, from the first change on. Null: as printed.
CREATE TABLE action_follow_up (
  id TEXT PRIMARY KEY REFERENCES action (id), version INTEGER NOT NULL,
  due_date TEXT, owner TEXT, owner_id TEXT REFERENCES person (id), organisation TEXT,
  move_count INTEGER NOT NULL, reason TEXT NOT NULL, closed_on TEXT
) STRICT;
CREATE INDEX action_follow_up_by_owner ON action_follow_up (owner_id);

-- Under the decision's own id. Without a row: in force.
CREATE TABLE decision_follow_up (
  id TEXT PRIMARY KEY REFERENCES decision (id), version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('inForce', 'replaced', 'void')),
  replaced_by_id TEXT REFERENCES decision (id) CHECK ((replaced_by_id IS NOT NULL) = (state = 'replaced')),
  reason TEXT NOT NULL, changed_on TEXT NOT NULL
) STRICT;
CREATE INDEX decision_follow_up_by_replacement ON decision_follow_up (replaced_by_id);

-- One change of a date, an owner or a state: what it was, what it is, why, when, by whom.
CREATE TABLE follow_up_step (
  id TEXT PRIMARY KEY,
  action_id TEXT REFERENCES action (id), decision_id TEXT REFERENCES decision (id),
  kind TEXT NOT NULL CHECK (kind IN ('date', 'owner', 'state')),
  from_value TEXT NOT NULL, to_value TEXT NOT NULL,
  reason TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
  CHECK ((action_id IS NULL) <> (decision_id IS NULL))
) STRICT;
CREATE INDEX follow_up_step_by_action ON follow_up_step (action_id, at);
CREATE INDEX follow_up_step_by_decision ON follow_up_step (decision_id, at);

-- Postponed actions are open too.
DROP INDEX action_open_by_due_date;
CREATE INDEX action_by_state ON action (state);
`
