import type { Contract, Method, MethodsOf } from '../contract/index.ts'

/** The kind of every method, computed at build from the contract, whose shapes main does without (vite.electron.config.ts). */
declare const METHOD_KINDS: { readonly [M in Method]: Contract[M]['kind'] }

export const kindOf = (method: Method): Contract[Method]['kind'] => METHOD_KINDS[method]

/** Whether the contract has a method of this name. */
export const isMethod = (name: string): name is Method => Object.hasOwn(METHOD_KINDS, name)

export const isShellMethod = (method: Method): method is MethodsOf<'shell'> => kindOf(method) === 'shell'
