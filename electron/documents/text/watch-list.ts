// Text of the table of followed texts: its sheet and the name of its file.
export const watchListText = {
  sheet: 'Veille',
  fileName: (date: string) => `Veille réglementaire au ${date}`,
} as const
