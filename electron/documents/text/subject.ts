// Text of what a subject is made with when the mail says nothing.
export const subjectText = {
  untitled: 'Sans objet',
} as const
