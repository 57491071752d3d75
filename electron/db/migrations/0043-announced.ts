// Who said that they would come is not known to have come: until somebody notes it, it stands as announced.
export const announced = `
ALTER TABLE attendee ADD COLUMN source TEXT CHECK (source = 'reply');
`
