import type { MethodsOf, Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'

/** A handler for each method that the shell answers. */
export type ShellMethods = {
  [M in MethodsOf<'shell'>]: (input: Parsed<M>) => Promise<Envelope<Output<M>>>
}
