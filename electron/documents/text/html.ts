export const htmlText = { way: 'Chemin' } as const
