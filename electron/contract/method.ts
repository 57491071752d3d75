import type { z } from 'zod'
import type { Failure } from './errors.ts'

/**
 * - `read` and `write` are answered by the core, inside one transaction of that kind;
 * - `long` is answered by the core outside a transaction (jobs, files, backups);
 * - `recovery` is answered by the core whether or not it could open the data, without a transaction;
 * - `shell` is answered by the privileged shell (dialogs, windows, the system's programs).
 */
export type MethodKind = 'read' | 'write' | 'long' | 'recovery' | 'shell'

export type MethodShape<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = { readonly kind: K; readonly input: I; readonly output: O }

const line =
  <K extends MethodKind>(kind: K) =>
  <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): MethodShape<K, I, O> => ({
    kind,
    input,
    output,
  })

export const read = line('read')
export const write = line('write')
export const long = line('long')
export const recovery = line('recovery')
export const shell = line('shell')

export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }
