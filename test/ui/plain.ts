/** A sentence as queries by text compare it: they take every space of the page for an ordinary one. */
export const plain = (words: string): string => words.replace(/\s/gu, ' ')
