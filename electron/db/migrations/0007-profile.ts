export const profile = `
-- profile_id is given at the first opening: two copies of the same data share it, so that two desks recognise each other.
-- generation is that of the desk that wrote last; it decides what is newer where clocks cannot be trusted. Not journaled.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  profile_id TEXT,
  generation INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO profile (id) VALUES (1);
`
