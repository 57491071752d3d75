/** "AMF", or "Mairie de Nantes" of an organisation without an acronym; nothing of none. */
export function shortName(
  organisation: { readonly name: string | null; readonly acronym: string | null } | undefined,
): string {
  return organisation?.acronym?.trim() || (organisation?.name ?? '')
}
