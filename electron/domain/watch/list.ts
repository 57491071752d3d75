import { z } from 'zod'
import { Id, Line } from '../ids.ts'
import { ChangedConsultation, consultationChange } from './consultation-change.ts'
import { deadlineChange, MovedDeadline } from './deadline-change.ts'
import type { Identified } from './text-identifiers.ts'
import { ConsultationFields, DeadlineFields, LinkKind, MAX_OF_A_TEXT } from './text-life.ts'
import { WatchFields, WatchItem } from './watch.ts'

/** Most lines of one table. */
export const MAX_LIST_LINES = 20_000

/** `citation`: how the other text is called; `targetId`: the followed text that it is, when the table says it. */
export const ListedLink = z.strictObject({ kind: LinkKind, citation: Line, targetId: Id.nullable() })
export type ListedLink = z.infer<typeof ListedLink>

/** Identifiers that are kept as they are written although they have not the form of one. */
export const ListWarning = z.enum(['nor', 'jorfText', 'eli', 'celex'])
export type ListWarning = z.infer<typeof ListWarning>

export type ListDetails = {
  readonly deadlines: readonly DeadlineFields[]
  readonly consultations: readonly ConsultationFields[]
  readonly links: readonly ListedLink[]
}

/** A line as read; a field that is absent is one of which it says nothing. */
export const ListedText = z.strictObject({
  /** As a spreadsheet counts them, the heads included. */
  line: z.int().min(1),
  /** The text as we call it, in a table that was written here. */
  id: Id.nullable(),
  fields: WatchFields.partial(),
  deadlines: z.array(DeadlineFields).max(MAX_OF_A_TEXT),
  consultations: z.array(ConsultationFields).max(MAX_OF_A_TEXT),
  links: z.array(ListedLink).max(MAX_OF_A_TEXT),
  warnings: z.array(ListWarning),
})
export type ListedText = z.infer<typeof ListedText>

/**
 * Why a line is not taken:
 * - `date`: no day that exists; `noDate`: one by which official files say that there is none; `choice`: none of the words that a
 *   column allows; `rank`: no whole number; `detail`: a line of a cell that says nothing known; `tooMany` of them; `tooLong`;
 * - `twice`: the text of the line `other`; `noTitle`: a text that is not followed yet and is not called anything;
 * - `several`: more than one followed text may be it.
 */
export const LineFault = z.enum([
  'date',
  'noDate',
  'choice',
  'rank',
  'detail',
  'tooMany',
  'tooLong',
  'twice',
  'noTitle',
  'several',
])
export type LineFault = z.infer<typeof LineFault>

export const RefusedLine = z.strictObject({
  line: z.int().min(1),
  title: Line,
  why: LineFault,
  /** The head of the column and the words of the cell; empty where the whole line is meant. */
  column: z.string().max(100),
  written: z.string().max(100),
  other: z.int().nullable(),
})
export type RefusedLine = z.infer<typeof RefusedLine>

/** A table as it was read; heads that no field answers to are told, so that nobody believes them taken. */
export const ReadList = z.strictObject({
  texts: z.array(ListedText),
  refused: z.array(RefusedLine),
  unknownColumns: z.array(z.string().max(100)),
  truncated: z.boolean(),
})
export type ReadList = z.infer<typeof ReadList>

/** `new`: not followed yet; `changes`: fields are said otherwise, or something is added; `same`: nothing changes. */
export const ListAct = z.enum(['new', 'changes', 'same'])
export type ListAct = z.infer<typeof ListAct>

/** One line beside the watch. */
export const ListRow = z.strictObject({
  line: ListedText.shape.line,
  act: ListAct,
  title: Line,
  nature: WatchFields.shape.nature.nullable(),
  nor: WatchFields.shape.nor,
  /** The followed text that it is. */
  item: WatchItem.pick({ id: true, title: true }).nullable(),
  /** Fields that it changes, and how many deadlines, consultations and links it adds. */
  changed: z.array(z.string().max(40)),
  deadlines: z.int(),
  /** Deadlines of which it says another day. */
  moved: z.array(MovedDeadline).max(MAX_OF_A_TEXT),
  consultations: z.int(),
  /** Consultations of which it says more or otherwise. */
  answered: z.array(ChangedConsultation).max(MAX_OF_A_TEXT),
  links: z.int(),
  warnings: ListedText.shape.warnings,
  /** A followed draft shares one of its identifiers: it may be what this text was called before. */
  draft: WatchItem.pick({ id: true, title: true }).nullable(),
})
export type ListRow = z.infer<typeof ListRow>

/** The names of a text in the fields of a line. */
export function identifiedBy(fields: ListedText['fields']): Identified {
  const { nature = null, number = null, nor = null, jorfText = null, eli = null, celex = null } = fields
  return { nature, number, nor, jorfText, eli, celex }
}

/** A followed text with all that hangs on it, as a table tells it. */
export type WholeText = ListDetails & { readonly item: WatchItem }

/** `deadlines` and the others: those that it adds. */
export type ListChange = ListDetails & {
  readonly patch: Partial<WatchFields>
  readonly moved: readonly z.infer<typeof MovedDeadline>[]
  readonly answered: readonly ChangedConsultation[]
}

/**
 * The effect of a line on the followed text that it is about: fields that it says otherwise, deadlines of which it says another day,
 * consultations of which it says more or otherwise, and the deadlines, consultations and links that are not there yet. What it does not say stays, and nothing is taken away.
 */
export function listChange(
  { fields, ...said }: Pick<ListedText, 'fields' | keyof ListDetails>,
  known: WholeText,
): ListChange {
  const patch = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => !isSaid(value, known.item[key as keyof WatchFields])),
  )
  const deadlines = deadlineChange(said.deadlines, known.deadlines)
  const consultations = consultationChange(said.consultations, known.consultations)
  return {
    patch,
    deadlines: deadlines.added,
    moved: deadlines.moved,
    consultations: consultations.added,
    answered: consultations.changed,
    links: said.links.filter((link) => !known.links.some((other) => isSameLink(link, other))),
  }
}

/** As a table says it: without white space around, on the same line ends. */
function isSaid(value: unknown, known: string | number | null): boolean {
  if (typeof value !== 'string' || typeof known !== 'string') return value === known
  return value === tidy(known) || (/^\d{1,4}$/.test(known) && value === known.padStart(4, '0'))
}

const tidy = (words: string) => words.replace(/\r\n?/g, '\n').trim()

/** Another table names the same text in another way: by its own sign here, by its citation there. */
function isSameLink(one: ListedLink, other: ListedLink): boolean {
  if (one.kind !== other.kind) return false
  if (one.targetId !== null && other.targetId !== null) return one.targetId === other.targetId
  return tidy(one.citation) === tidy(other.citation)
}
