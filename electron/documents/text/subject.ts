export const subjectText = {
  untitled: 'Sans objet',
} as const
