// Every scope whose acts are found from everywhere, as its screen declares it. Loaded with the palette alone.
import type { Scope } from '../acts/act.ts'

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../features/**/*-acts.ts', {
  eager: true,
})

export const scopesWithPlace: readonly Scope<never>[] = Object.values(modules)
  .flatMap((declared) => Object.values(declared))
  .filter(isScope)
  .filter(({ place }) => place !== null)

function isScope(value: unknown): value is Scope<never> {
  return typeof value === 'object' && value !== null && 'acts' in value && 'reach' in value
}
