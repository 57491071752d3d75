import type { z } from 'zod'
import type { CountedAs } from '../domain/meetings/week-done.ts'
import type { Failure } from './errors.ts'

/**
 * - `read` and `write` are run by the core, inside one transaction of that kind;
 * - `long` is run by the core outside a transaction (jobs, files, backups);
 * - `recovery` is run by the core whether or not it could open the data, without a transaction;
 * - `shell` is run by the privileged shell (dialogs, windows, the system's programs).
 */
export type MethodKind = 'read' | 'write' | 'long' | 'recovery' | 'shell'

/**
 * The kind of call that it is to whoever made it:
 * - `reads`: it changes nothing;
 * - `saves`: it stores what somebody gave, which is unsaved when it fails;
 * - `acts`: it does something that says itself how it ended; a failure leaves nothing unsaved.
 */
export type Effect = 'reads' | 'acts' | 'saves'

/** Properties that few methods have. */
export type Traits = {
  /** The work that it is looked back on as, whatever rows it writes. */
  readonly counted?: CountedAs
  /** May change a meeting that was taken over and locked. */
  readonly passesLock?: true
}
export type MethodShape<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends Effect = Effect,
> = Traits & {
  readonly kind: K
  readonly effect: E
  readonly input: I
  readonly output: O
  readonly label?: string
}

/**
 * What goes in and what comes out, made when it is first asked for: the shapes of all methods are thousands, and a start
 * asks for those of a few.
 */
type Shapes<I extends z.ZodType, O extends z.ZodType> = () => readonly [input: I, output: O]

function row<K extends MethodKind, E extends Effect, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  effect: E,
  shapes: Shapes<I, O>,
): MethodShape<K, I, O, E> {
  let made: readonly [I, O] | undefined
  const once = () => (made ??= shapes())
  return {
    kind,
    effect,
    get input() {
      return once()[0]
    },
    get output() {
      return once()[1]
    },
  }
}

/**
 * A method that leaves entries in the journal. `label` says in French what an entry under it is: a noun phrase that fits
 * « Annulé : … » and a line of the history.
 */
type Journaled = { readonly label: string }

export const read = <I extends z.ZodType, O extends z.ZodType>(
  shapes: Shapes<I, O>,
): MethodShape<'read', I, O, 'reads'> => row('read', 'reads', shapes)

export const write = <I extends z.ZodType, O extends z.ZodType>(
  label: string,
  shapes: Shapes<I, O>,
  traits: Traits = {},
): MethodShape<'write', I, O, 'saves'> & Journaled => Object.assign(replay(shapes), { label, ...traits })

/** A write that takes entries of the journal back, or forth again: it leaves none itself. */
export const replay = <I extends z.ZodType, O extends z.ZodType>(
  shapes: Shapes<I, O>,
): MethodShape<'write', I, O, 'saves'> => row('write', 'saves', shapes)

const outside =
  <K extends MethodKind>(kind: K) =>
  <E extends Effect, I extends z.ZodType, O extends z.ZodType>(
    effect: E,
    shapes: Shapes<I, O>,
  ): MethodShape<K, I, O, E> =>
    row(kind, effect, shapes)

export const long = outside('long')
export const recovery = outside('recovery')
export const shell = outside('shell')

/** One of these whose work leaves entries in the journal. */
export const journaled = <R extends MethodShape<'long' | 'shell'>>(
  label: string,
  of: R,
  traits: Traits = {},
): R & Journaled => Object.assign(of, { label, ...traits })

/** `seq`: of the entry of the journal that a write left, which undo takes back; null where it left none. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T; readonly seq?: number | null }
  | { readonly ok: false; readonly error: Failure }
