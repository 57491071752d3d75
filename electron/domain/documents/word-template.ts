// A Word file of the administration's own, the named content controls of which a document fills.
import { z } from 'zod'

/** Words: one line, in a paragraph of theirs or in one of their own. */
export const lineFields = [
  'instance',
  'emetteur',
  'titre',
  'sous-titre',
  'reference',
  'etat',
  'objet',
  'date',
  'lieu',
  'modalite',
  'presidence',
  'secretariat',
] as const
/** Blocks: paragraphs and tables, in a place of their own. */
export const blockFields = [
  'participants',
  'ordre-du-jour',
  'ouverture',
  'points',
  'prochaine',
  'cloture',
  'releve',
  'suivi',
  'approbation',
  'signatures',
  'tout',
] as const

/** Documents that can have one. */
export const TemplateKind = z.enum(['minutes', 'agenda'])
export type TemplateKind = z.infer<typeof TemplateKind>

type BlockField = (typeof blockFields)[number]
/** The blocks that a document of each kind has. */
export const kindFields: Readonly<Record<TemplateKind, readonly BlockField[]>> = {
  minutes: blockFields,
  agenda: ['ordre-du-jour', 'points', 'tout'],
}
/** One of these at least, or the document would say nothing of what it is for. */
const neededFields: Readonly<Record<TemplateKind, readonly BlockField[]>> = {
  minutes: ['points', 'releve', 'tout'],
  agenda: kindFields.agenda,
}

/** What a template asks for: fields that its kind has, that it has not, and those that their place cannot take. */
export const TemplateFields = z.strictObject({
  kind: TemplateKind,
  known: z.array(z.string()),
  unknown: z.array(z.string()),
  misplaced: z.array(z.string()),
})
export type TemplateFields = z.infer<typeof TemplateFields>

/** Fields one of which is missing; none where one is there. */
export function missingFields({ kind, known }: TemplateFields): readonly string[] {
  const needed = neededFields[kind]
  return needed.some((field) => known.includes(field)) ? [] : needed
}

/** Whether a document fills all that the template asks for, and is told by it. */
export const isFillable = (fields: TemplateFields) =>
  fields.unknown.length + fields.misplaced.length + missingFields(fields).length === 0

export const SampleTemplate = z.enum(['simple', 'cadre', 'ordreDuJour'])
export type SampleTemplate = z.infer<typeof SampleTemplate>
