import type { WrittenName } from '../../../electron/contract/imports.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { DraftItem } from '../../../electron/domain/agenda/draft.ts'
import type { Likeness } from '../../../electron/domain/agenda/match.ts'
import {
  changesOf,
  type FieldChange,
  isAsked,
  type Linked,
  type ReimportField,
  type Said,
} from '../../../electron/domain/agenda/reimport.ts'

/** Under this confidence a line is shown as "À vérifier". */
export const SURE = 0.75

export type LineFields = Said

/** The act on a line whose subject is on the agenda already. */
export type Policy = 'update' | 'add' | 'skip'

export type Line = {
  /** Its rank in the draft, where it stands there: another at another reading of the file. */
  readonly key: number
  /** The same at every reading. */
  readonly id: string
  /** Where the file has it; lines parted by hand share one. */
  readonly place: string
  /** From 1. */
  readonly depth: number
  readonly taken: boolean
  /** Somebody looked: confirmed or corrected. */
  readonly seen: boolean
  /** Its depth is by hand. */
  readonly isPlaced: boolean
  /** Places of the lines that were merged into it. */
  readonly holds: readonly string[]
  readonly fields: LineFields
  readonly number: string | null
  readonly source: DraftItem['source']
  /** Both ends of the duration that the file leaves open. */
  readonly range: readonly [number, number] | null
  /** Somebody's answer about the item it may be; null: what is done with all. */
  readonly policy: Policy | null
  /** Fields whose present value is kept. */
  readonly kept: ReadonlySet<ReimportField>
  /** Entries of the directory accepted for its names. */
  readonly linked: Linked
  /** The names of the file stay as written. */
  readonly namesKept: boolean
}

/** The item that a line may be about. */
export type Target = {
  readonly item: AgendaItem
  readonly likeness: Likeness
  readonly known: Linked
  /** Fields that somebody wrote on the agenda, and no file. */
  readonly byHand: readonly ReimportField[]
}

/** How a line stands to the present agenda. */
export type Standing =
  | { readonly type: 'left' }
  | { readonly type: 'new' }
  | { readonly type: 'skipped'; readonly target: Target }
  | { readonly type: 'same'; readonly target: Target }
  | {
      readonly type: 'changed'
      readonly target: Target
      /** Without what is kept. */
      readonly changes: readonly FieldChange[]
      /** With what is kept, to choose among. */
      readonly all: readonly FieldChange[]
      readonly moved: boolean
    }

export function policyOf(line: Line, target: Target, all: Policy): Policy {
  return line.policy ?? (target.likeness === 'faint' && all === 'update' ? 'add' : all)
}

/** @param isMoved the file has its item elsewhere; it may still be kept where it is */
export function standingOf(line: Line, target: Target | undefined, all: Policy, isMoved: boolean): Standing {
  if (!line.taken) return { type: 'left' }
  if (target === undefined) return { type: 'new' }
  const policy = policyOf(line, target, all)
  if (policy === 'add') return { type: 'new' }
  if (policy === 'skip') return { type: 'skipped', target }
  const linked =
    line.linked.presenterId === null && line.linked.organisationId === null ? target.known : line.linked
  const found = changesOf(line.fields, target.item, linked)
  if (found.length === 0 && !isMoved) return { type: 'same', target }
  return {
    type: 'changed',
    target,
    all: found,
    changes: found.filter(({ field }) => !line.kept.has(field)),
    moved: isMoved,
  }
}

/** Whether the standing is a difference to look at. */
export function differs({ type }: Standing): boolean {
  return type === 'new' || type === 'changed'
}

/** Why somebody should look: without a title, perhaps another subject, an open duration, read with little certainty. */
export type Doubt = 'title' | 'subject' | 'duration' | 'reading'

export function doubtOf(line: Line, target?: Target): Doubt | null {
  if (!line.taken) return null
  if (line.fields.title.trim() === '') return 'title'
  if (target !== undefined && isAsked(target.likeness) && line.policy === null) return 'subject'
  if (line.range !== null && line.fields.durationMinutes === null) return 'duration'
  return !line.seen && line.source.confidence < SURE ? 'reading' : null
}

export function isDoubtful(line: Line, target?: Target): boolean {
  return doubtOf(line, target) !== null
}

/** A line, with how it stands to the present agenda. */
export type ReviewedLine = {
  readonly id: string
  readonly key: number
  readonly taken: boolean
  readonly line: Line
  readonly number: string | null
  /** Undefined when there is no agenda yet. */
  readonly standing: Standing | undefined
  readonly target: Target | undefined
  readonly name: WrittenName | undefined
}
