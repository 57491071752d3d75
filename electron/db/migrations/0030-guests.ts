// Somebody of the directory among members is a guest: of those listed before seats were kept, this was not said on each desk.
export const guests = `
UPDATE attendee SET seat = 'guest'
WHERE person_id IS NOT NULL AND seat IS NULL AND EXISTS (
  SELECT 1
  FROM meeting
  JOIN mandate ON coalesce(mandate.starts_on, '') <= meeting.date AND coalesce(mandate.ends_on, '9999') >= meeting.date
    AND (mandate.series_id IS NULL OR mandate.series_id = meeting.series_id)
  WHERE meeting.id = attendee.meeting_id AND meeting.taken_over IS NULL
) AND NOT EXISTS (
  SELECT 1
  FROM meeting
  JOIN mandate ON coalesce(mandate.starts_on, '') <= meeting.date AND coalesce(mandate.ends_on, '9999') >= meeting.date
    AND (mandate.series_id IS NULL OR mandate.series_id = meeting.series_id)
  WHERE meeting.id = attendee.meeting_id AND mandate.person_id = attendee.person_id
);
`
