// Which of the validated versions counts: a validation that is taken back leaves its version, and stands for nothing.
export const validatedAt = `
ALTER TABLE minutes ADD COLUMN validated_at TEXT;
UPDATE minutes SET validated_at = (
  SELECT made_at FROM minutes_version
  WHERE minutes_version.meeting_id = minutes.meeting_id AND reason = 'validated' ORDER BY number DESC LIMIT 1)
WHERE state <> 'approved';
`
