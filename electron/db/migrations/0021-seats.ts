// Whose seat somebody had in a meeting: a deputy who comes takes the seat of a titulaire and adds none.
export const seats = `
ALTER TABLE attendee ADD COLUMN seat TEXT CHECK (seat IN ('titulaire', 'suppleant', 'guest'));

-- Those listed already, by their mandates of the day; of meetings taken over from files nobody knows.
UPDATE attendee SET seat = (
  SELECT max(mandate.role)
  FROM mandate
  JOIN meeting ON meeting.id = attendee.meeting_id
  WHERE mandate.person_id = attendee.person_id
    AND coalesce(mandate.starts_on, '') <= meeting.date AND coalesce(mandate.ends_on, '9999') >= meeting.date
    AND (mandate.series_id IS NULL OR mandate.series_id = meeting.series_id)
    AND meeting.taken_over IS NULL
) WHERE person_id IS NOT NULL;
`
