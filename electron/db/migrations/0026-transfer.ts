// What a transfer to an archives service names: services and rules by the identifiers that service gives them.
export const transferToArchives = `
ALTER TABLE body ADD COLUMN archives_agency TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN transferring_agency TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN originating_agency TEXT NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN archival_agreement TEXT NOT NULL DEFAULT '';
ALTER TABLE retention_rule ADD COLUMN appraisal_rule TEXT NOT NULL DEFAULT '';
ALTER TABLE retention_rule ADD COLUMN access_rule TEXT NOT NULL DEFAULT '';
`
