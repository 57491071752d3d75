/** "Hélène Marchetti"; of somebody known by one name only, that one. */
export function fullName(person: { readonly givenName: string | null; readonly familyName: string }): string {
  return `${person.givenName ?? ''} ${person.familyName}`.trim()
}
