// The names that a college bore, so that lists printed under an earlier one still are of the same college.
export const collegeNames = `
CREATE TABLE college_name (
  id TEXT PRIMARY KEY,
  college_id TEXT NOT NULL REFERENCES college (id),
  name TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE INDEX college_name_by_college ON college_name (college_id, until);

-- What was renamed before: the journal still knows it.
INSERT INTO college_name (id, college_id, name, until)
  SELECT lower(substr(hex(randomblob(16)), 1, 8) || '-' || substr(hex(randomblob(2)), 1, 4) || '-4' ||
      substr(hex(randomblob(2)), 1, 3) || '-a' || substr(hex(randomblob(2)), 1, 3) || '-' || hex(randomblob(6))),
    c.row_id, json_extract(c.before, '$.name'), substr(max(e.at), 1, 10)
  FROM journal_change AS c
  JOIN journal_entry AS e ON e.seq = c.entry_seq
  JOIN college ON college.id = c.row_id
  WHERE c.table_name = 'college' AND e.state = 'done' AND c.before IS NOT NULL AND c.after IS NOT NULL
    AND json_extract(c.before, '$.name') <> json_extract(c.after, '$.name')
    AND json_extract(c.before, '$.name') <> college.name
  GROUP BY c.row_id, json_extract(c.before, '$.name');
`
