// Text of web pages that are not words of a document.
export const htmlText = { way: 'Chemin' } as const
