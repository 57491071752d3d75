import type { DocumentFault, FaultCode } from '../../electron/contract/document-faults.ts'
import type { Checking } from '../../electron/contract/documents.ts'
import { withCapital } from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'

const warnings: ReadonlySet<FaultCode> = new Set<FaultCode>(['undrawn-signs', 'picture-without-alt'])

/** The file is sound all the same: what was typed wants a look. */
export function isWarning({ code }: Pick<DocumentFault, 'code'>): boolean {
  return warnings.has(code)
}

export const faultText = {
  checking: { now: 'Contrôle d’accessibilité…', later: 'Contrôle en attente' } satisfies Record<
    Checking,
    string
  >,
  sound: 'Contrôlé\u00a0: accessible et archivable, aucun défaut.',
  toCome: 'Le contrôle d’accessibilité attend : il se fera à la prochaine ouverture.',
  unchecked: 'Le contrôle d’accessibilité n’a pas pu être fait. Exporter de nouveau pour le refaire.',
  first: (place: string, sentence: string) =>
    place === '' ? sentence : `${withCapital(place)}. ${sentence}`,
  see: (faults: number, warnings: number) => `Voir ${counted(faults, warnings)}`,
  hide: 'Replier la liste',
  /** "2 défauts, 1 avertissement" */
  counts: (faults: number, warnings: number) =>
    [
      ...(faults === 0 ? [] : [plural(faults, 'défaut', 'défauts')]),
      ...(warnings === 0 ? [] : [plural(warnings, 'avertissement', 'avertissements')]),
    ].join(', '),
  list: 'Ce que le contrôle a trouvé',
  goTo: (page: number) => `Voir la page ${page}`,
}

function counted(faults: number, warnings: number): string {
  return [
    ...(faults === 0 ? [] : [faults === 1 ? 'le défaut' : `les ${plural(faults, 'défaut', 'défauts')}`]),
    ...(warnings === 0
      ? []
      : [warnings === 1 ? 'l’avertissement' : `les ${plural(warnings, 'avertissement', 'avertissements')}`]),
  ].join(' et ')
}
