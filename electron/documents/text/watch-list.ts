export const watchListText = {
  sheet: 'Veille',
  fileName: (date: string) => `Veille réglementaire au ${date}`,
} as const
