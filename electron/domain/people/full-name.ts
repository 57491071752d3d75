/** "Hélène Marchetti"; of somebody known by one name only, that one. */
export function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim()
}
