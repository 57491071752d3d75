import {
  blockFields,
  isFillable,
  lineFields,
  type TemplateFields,
} from '../domain/documents/word-template.ts'

const listed = (fields: readonly string[]) => fields.join(', ')

/** What a template asks for, in words, and what to write where something is not filled. */
export function templateSentences(fields: TemplateFields): string[] {
  const { known, unknown, misplaced } = fields
  return [
    known.length === 0
      ? 'Aucun champ reconnu\u00a0: un champ est un contrôle de contenu dont la balise est l’un de ces noms.'
      : `Champs reconnus\u00a0: ${listed(known)}.`,
    ...(misplaced.length === 0
      ? []
      : [
          `Champs à déplacer\u00a0: ${listed(misplaced)}. Un champ de plusieurs paragraphes se met seul, hors d’une ligne, d’un en-tête ou d’un pied\u202f; aucun n’entoure une rangée ou plusieurs cellules d’un tableau, ni ne se trouve dans un texte supprimé.`,
        ]),
    ...(unknown.length === 0 ? [] : [`Champs inconnus\u00a0: ${listed(unknown)}.`]),
    ...(isFillable(fields) || (unknown.length === 0 && known.length > 0)
      ? []
      : [`Noms possibles\u00a0: ${listed([...lineFields, ...blockFields])}.`]),
  ]
}
