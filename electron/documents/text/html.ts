export const htmlText = { way: 'Chemin', contents: 'Sommaire' } as const
