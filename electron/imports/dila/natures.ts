import { norFacts } from '../../domain/watch/text-identifiers.ts'
import type { WatchNature } from '../../domain/watch/watch.ts'

const natures: Readonly<Record<string, WatchNature>> = {
  LOI: 'loi',
  LOI_ORGANIQUE: 'loi',
  LOI_CONSTIT: 'loi',
  LOI_PROGRAMME: 'loi',
  ORDONNANCE: 'ordonnance',
  DECRET: 'decret',
  ARRETE: 'arrete',
  CIRCULAIRE: 'circulaire',
  INSTRUCTION: 'circulaire',
  AVIS: 'avis',
  DECISION: 'decision',
  DIRECTIVE: 'directiveUE',
  REGLEMENT_UE: 'reglementUE',
}

/** Without one that is known, the last letter of the NOR says it. */
export function natureOf(written: string, nor: string): WatchNature | null {
  const known = natures[written.toUpperCase().replace(/[\s-]+/g, '_')]
  if (known !== undefined) return known
  return nor === '' ? null : norFacts(nor).nature
}
