export const subjectText = {
  copyOf: (title: string) => `${title} (2)`,
  untitled: 'Sans objet',
} as const
