// Several people type a line at once, each on a desk of theirs: nobody's takes the place of another's. Whose a line of before
// was nobody noted: it is of whoever opens the meeting next.
export const draftsByAuthor = `
ALTER TABLE session_draft RENAME TO former_session_draft;
CREATE TABLE session_draft (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (meeting_id, author)
) STRICT;
INSERT INTO session_draft (id, meeting_id, author, text)
  SELECT meeting_id, meeting_id, '', text FROM former_session_draft;
DROP TABLE former_session_draft;
`
