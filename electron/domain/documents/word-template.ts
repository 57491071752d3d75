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

/** What a template asks for: fields that exist, that do not, and those that their place cannot take. */
export const TemplateFields = z.strictObject({
  known: z.array(z.string()),
  unknown: z.array(z.string()),
  misplaced: z.array(z.string()),
})
export type TemplateFields = z.infer<typeof TemplateFields>

/** Whether a document fills all that the template asks for. */
export const isFillable = ({ known, unknown, misplaced }: TemplateFields) =>
  known.length > 0 && unknown.length + misplaced.length === 0

/** Documents that can have one. */
export const TemplateKind = z.enum(['minutes', 'agenda'])
export type TemplateKind = z.infer<typeof TemplateKind>

export const SampleTemplate = z.enum(['simple', 'cadre'])
export type SampleTemplate = z.infer<typeof SampleTemplate>

export const MAX_TEMPLATE_BYTES = 50 * 1024 * 1024
