import type { Input, Method, MethodsOf, Output } from '../../electron/contract/index.ts'
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'

export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>

export type Sample = {
  readonly call: Call
  readonly meetings: readonly MeetingRow[]
  /** In preparation: its agenda is edited. */
  readonly next: string
  /** Its minutes are being written. */
  readonly written: string
  /** Words as often as they occur in the texts. */
  readonly words: readonly string[]
}

export type Timed = MethodsOf<'read'> | MethodsOf<'write'>
export type Inputs = { readonly [M in Timed]: (sample: Sample, run: number) => Input<M> | Promise<Input<M>> }

export const pick = <T>(list: readonly T[], run: number): T => {
  const one = list[(run * 7919) % Math.max(1, list.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}

export const target = ({ id, version }: { id: string; version: number }) => ({ id, version })
