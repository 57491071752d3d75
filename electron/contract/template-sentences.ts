import {
  kindFields,
  lineFields,
  missingFields,
  type TemplateFields,
} from '../domain/documents/word-template.ts'

const listed = (fields: readonly string[]) => fields.join(', ')

/** What a document fills of a template. */
export const templateKnown = ({ known }: TemplateFields) =>
  known.length === 0
    ? 'Aucun champ reconnu\u00a0: un champ est un contrôle de contenu dont la balise est un nom connu.'
    : `Champs reconnus\u00a0: ${listed(known)}.`

/** What keeps a template from being filled, and which names there are; nothing where it can be. */
export function templateFaults(fields: TemplateFields): string[] {
  const { kind, known, unknown, misplaced } = fields
  const missing = missingFields(fields)
  return [
    ...(known.length === 0 ? [templateKnown(fields)] : []),
    ...(misplaced.length === 0
      ? []
      : [
          `Champs à déplacer\u00a0: ${listed(misplaced)}. Un champ de plusieurs paragraphes se met seul, hors d’une ligne, d’un en-tête ou d’un pied\u202f; aucun n’entoure une rangée ou plusieurs cellules d’un tableau, ni ne se trouve dans un texte supprimé.`,
        ]),
    ...(known.length === 0 || missing.length === 0
      ? []
      : [`Il manque ce que le document doit dire\u00a0: un des champs ${listed(missing)}.`]),
    ...(unknown.length === 0 ? [] : [`Champs inconnus\u00a0: ${listed(unknown)}.`]),
    ...(unknown.length === 0 && known.length > 0
      ? []
      : [`Noms possibles\u00a0: ${listed([...lineFields, ...kindFields[kind]])}.`]),
  ]
}
