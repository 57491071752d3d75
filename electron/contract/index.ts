// Everything the window may ask of the privileged side, in one table.
import type { z } from 'zod'
import type { MenuCommand } from './menu-acts.ts'
import { type Merged, merged } from './merged.ts'
import type { Effect, Envelope, MethodKind, MethodShape } from './method.ts'
import * as tables from './tables.ts'

/** The tables of the contract by the name of their feature. */
export type Tables = typeof tables
/** Everything the window may ask of the privileged side. */
export type Contract = Merged<Tables>
export const contract: Contract = merged(tables)

export type Method = keyof Contract
export type Input<M extends Method> = z.input<Contract[M]['input']>
export type Parsed<M extends Method> = z.output<Contract[M]['input']>
export type Output<M extends Method> = z.output<Contract[M]['output']>
/** The methods of one kind: `MethodsOf<'write'>`. */
export type MethodsOf<K extends MethodKind> = {
  [M in Method]: Contract[M]['kind'] extends K ? M : never
}[Method]
/** Entries of the history that were written under another name. */
const renamed: Readonly<Record<string, Method>> = {
  'approval.seal': 'approval.approve',
  'deliveries.updateProfile': 'deliveries.updateCriteria',
  'sending.handOver': 'sending.send',
  'session.open': 'meetings.setState',
}

/** The names under which entries of a method stand in the history, its own first. */
export function namesOf(method: string): string[] {
  return [method, ...Object.keys(renamed).filter((name) => renamed[name] === method)]
}

/** An entry of the journal in French; one of a method that is no more only says that something changed. */
export function labelOf(method: string): string {
  const name = renamed[method] ?? method.replace(/^takeover\./, 'oldFiles.')
  const row: MethodShape | undefined = isMethod(name) ? contract[name] : undefined
  return row?.label ?? 'modification'
}

/** Whether the contract has a method of this name. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name)
}

/** The methods of one effect: `MethodsThat<'saves'>`. */
export type MethodsThat<E extends Effect> = {
  [M in Method]: Contract[M]['effect'] extends E ? M : never
}[Method]
/** The methods that leave entries in the journal under their own name. */
export type Journaled = {
  [M in Method]: Contract[M] extends { readonly label: string } ? M : never
}[Method]

/** The bridge that the preload gives the window as `window.seances`. */
export type Bridge = {
  /** @param seen the last `heard` after which all that is shown was read again; null before the first */
  call<M extends Method>(method: M, input: Input<M>, seen: number | null): Promise<Envelope<Output<M>>>
  /** Subscribes to events; returns how to stop. */
  on(listener: (event: CoreEvent) => void): () => void
}

/** How many of a work are done. */
export type Counted = { readonly done: number; readonly total: number }

/**
 * Events carry no content; the screen reads again.
 * `core` says that the core process died or came back; `save-now` asks the window to send what is unsaved before closing;
 * `conversion` says which presentation is being turned into PDF.
 */
export type CoreEvent =
  /**
   * The reads to make again, under the names of `readKey`: `reads` at once where it is shown, `later` when it is next
   * shown. What somebody types is saved every second: then there are some for `later`, and `reads` can wait for a pause.
   * `all` stands for everything that was ever read.
   */
  | { topic: 'changed'; reads: 'all' | readonly string[]; later: readonly string[] }
  /** What others of the team wrote up to here was told by `changed`. */
  | { topic: 'heard'; upTo: number }
  | { topic: 'core'; state: 'lost' | 'back' }
  /** The presenter window was opened, or closed by whoever stands before it. */
  | { topic: 'presenter'; isOpen: boolean }
  /** How far a long work is, under the name of its method; `pages` of what is recognised meanwhile. */
  | { topic: 'progress'; method: Method; done: number; total: number; pages?: Counted }
  | { topic: 'save-now' }
  /** Something outside asked for something to be shown: see `desk.asked`. */
  | { topic: 'asked' }
  | { topic: 'conversion'; fileName: string; done: number; total: number }
  | { topic: 'menu'; command: MenuCommand }
