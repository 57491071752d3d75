// Words of a title apart from those of its text, and texts of one kind side by side. Nothing is in the search that is not in
// the rows: the texts are made again when the data are opened.
export const searchByKind = `
DROP TABLE search_index;
DROP TABLE search_text;
CREATE TABLE search_text (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, entity_id TEXT NOT NULL,
  meeting_id TEXT, item_id TEXT, date TEXT,
  title TEXT NOT NULL, body TEXT NOT NULL, folded_title TEXT NOT NULL, folded_body TEXT NOT NULL,
  UNIQUE (kind, entity_id)
) STRICT;
CREATE INDEX search_text_by_meeting ON search_text (meeting_id);
CREATE VIRTUAL TABLE search_index USING fts5 (
  folded_title, folded_body,
  content = 'search_text', content_rowid = 'rowid', prefix = '1 2 3 4', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, folded_title, folded_body) VALUES (NEW.rowid, NEW.folded_title, NEW.folded_body);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded_title, folded_body)
  VALUES ('delete', OLD.rowid, OLD.folded_title, OLD.folded_body);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded_title, folded_body)
  VALUES ('delete', OLD.rowid, OLD.folded_title, OLD.folded_body);
  INSERT INTO search_index (rowid, folded_title, folded_body) VALUES (NEW.rowid, NEW.folded_title, NEW.folded_body);
END;
`
