// A sum of each row as it was last written by the application: bytes that a disk altered since no longer give it.
export const rowSums = `
CREATE TABLE row_sum (
  table_name TEXT NOT NULL, row_id TEXT NOT NULL, sum INTEGER NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;
`
