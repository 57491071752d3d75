/** Who else is on the base of a team: of the frame, and of rows. */
export const matesText = {
  title: 'Sur cette base',
  also: (names: readonly string[]) => `Sur cette base : vous, ${names.join(', ')}`,
  writes: (names: readonly string[]) =>
    names.length === 1 ? `${names.join()} écrit` : `${names.join(', ')} écrivent`,
  nobody: 'Personne d’autre pour le moment.',
  at: (screen: string, meeting: string | null, isWriting: boolean) =>
    [isWriting ? 'écrit' : 'lit', screen, meeting].filter((part) => part !== null && part !== '').join(', '),
  meeting: (day: string) => `séance du ${day}`,
}
