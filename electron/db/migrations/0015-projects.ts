export const projects = `
-- By what projects are sorted. wording: the reference in its own words, as far as they are known.
CREATE TABLE project_reference (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('programme', 'axis', 'recommendation')),
  number TEXT NOT NULL, title TEXT NOT NULL, wording TEXT NOT NULL,
  position INTEGER NOT NULL,
  archived_on TEXT
) STRICT;
-- Only what is sourced; of nine recommendations the words were not found.
INSERT INTO project_reference VALUES
  ('01900000-0000-7000-8000-00000000e001', 1, 'programme', '', 'DcANT 2015-2017', '', 0, NULL),
  ('01900000-0000-7000-8000-00000000e002', 1, 'programme', '', 'DCANT 2018-2020', '', 1, NULL),
  ('01900000-0000-7000-8000-00000000e003', 1, 'programme', '', 'Transformation numérique des territoires', '', 2, NULL),
  ('01900000-0000-7000-8000-00000000e101', 1, 'axis', '1', 'Relations entre administrations',
    'l’efficacité des relations inter-administratives', 0, NULL),
  ('01900000-0000-7000-8000-00000000e102', 1, 'axis', '2', 'Relation aux usagers',
    'l’unification et simplification de la relation des administrations avec leurs usagers', 1, NULL),
  ('01900000-0000-7000-8000-00000000e103', 1, 'axis', '3', 'Preuve et patrimoine',
    'la simplification et sécurisation de l’administration de la preuve et gestion du patrimoine immatériel', 2, NULL),
  ('01900000-0000-7000-8000-00000000e104', 1, 'axis', '4', 'Écosystème des territoires',
    'le développement de l’écosystème numérique des territoires', 3, NULL),
  ('01900000-0000-7000-8000-00000000e201', 1, 'recommendation', '1', '', '', 0, NULL),
  ('01900000-0000-7000-8000-00000000e202', 1, 'recommendation', '2', '', '', 1, NULL),
  ('01900000-0000-7000-8000-00000000e203', 1, 'recommendation', '3', '', '', 2, NULL),
  ('01900000-0000-7000-8000-00000000e204', 1, 'recommendation', '4', '', '', 3, NULL),
  ('01900000-0000-7000-8000-00000000e205', 1, 'recommendation', '5', '', '', 4, NULL),
  ('01900000-0000-7000-8000-00000000e206', 1, 'recommendation', '6', '', '', 5, NULL),
  ('01900000-0000-7000-8000-00000000e207', 1, 'recommendation', '7', '', '', 6, NULL),
  ('01900000-0000-7000-8000-00000000e208', 1, 'recommendation', '8', '', '', 7, NULL),
  ('01900000-0000-7000-8000-00000000e209', 1, 'recommendation', '9', 'Standard d’échange de données pour l’archivage',
    'imposer le standard d’échange de données pour l’archivage (SEDA) aux éditeurs de solutions d’archivage et métier et intégrer ses évolutions comme faisant partie de la maintenance obligatoire et réglementaire', 8, NULL),
  ('01900000-0000-7000-8000-00000000e210', 1, 'recommendation', '10', '', '', 9, NULL);

ALTER TABLE project ADD COLUMN programme_id TEXT REFERENCES project_reference (id);
ALTER TABLE project ADD COLUMN axis_id TEXT REFERENCES project_reference (id);
ALTER TABLE project ADD COLUMN recommendation_id TEXT REFERENCES project_reference (id);
CREATE INDEX project_by_programme ON project (programme_id);
CREATE INDEX project_by_axis ON project (axis_id);
CREATE INDEX project_by_recommendation ON project (recommendation_id);
-- The headings of the impact sheet that comes with a text before the council that assesses norms.
ALTER TABLE project ADD COLUMN costs TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN savings TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN staffing TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN lead_time TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN alternatives TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN concertation TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN support TEXT NOT NULL DEFAULT '';
-- Whether each authority is to be consulted; '': nobody said.
ALTER TABLE project ADD COLUMN cnen_opinion TEXT NOT NULL DEFAULT ''
  CHECK (cnen_opinion IN ('', 'notNeeded', 'needed', 'asked', 'given'));
ALTER TABLE project ADD COLUMN cnil_opinion TEXT NOT NULL DEFAULT ''
  CHECK (cnil_opinion IN ('', 'notNeeded', 'needed', 'asked', 'given'));
ALTER TABLE project ADD COLUMN conseil_etat_opinion TEXT NOT NULL DEFAULT ''
  CHECK (conseil_etat_opinion IN ('', 'notNeeded', 'needed', 'asked', 'given'));

CREATE TABLE project_step (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  project_id TEXT NOT NULL REFERENCES project (id),
  label TEXT NOT NULL, planned_on TEXT, done_on TEXT
) STRICT;
CREATE INDEX project_step_by_project ON project_step (project_id);

-- Local authorities concerned: how many of which kind, and what it costs and saves all of them in a year, in euros.
CREATE TABLE project_audience (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  project_id TEXT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('commune', 'intercommunality', 'department', 'region', 'union', 'other')),
  label TEXT NOT NULL,
  headcount INTEGER CHECK (headcount >= 0),
  yearly_cost INTEGER CHECK (yearly_cost >= 0), yearly_saving INTEGER CHECK (yearly_saving >= 0)
) STRICT;
CREATE INDEX project_audience_by_project ON project_audience (project_id);

CREATE TABLE project_contact (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL,
  project_id TEXT NOT NULL REFERENCES project (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  part TEXT NOT NULL
) STRICT;
CREATE INDEX project_contact_by_project ON project_contact (project_id);
CREATE INDEX project_contact_by_person ON project_contact (person_id);

CREATE TABLE project_watch (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  watch_item_id TEXT NOT NULL REFERENCES watch_item (id),
  UNIQUE (project_id, watch_item_id)
) STRICT;
CREATE INDEX project_watch_by_text ON project_watch (watch_item_id);

-- A subject of a project is a slot asked for; from which day on it is wished.
ALTER TABLE subject ADD COLUMN wished_on TEXT;
`
