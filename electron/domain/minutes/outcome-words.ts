import type { Outcome } from './minutes.ts'

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  prisActe: 'Pris acte',
  approuve: 'Approuvé',
  avisFavorable: 'Avis favorable',
  avisAvecReserves: 'Avis favorable avec réserves',
  avisDefavorable: 'Avis défavorable',
  absenceDeConsensus: 'Absence de consensus',
  decision: 'Décision',
  renvoye: 'Renvoyé',
  reporte: 'Reporté',
  retire: 'Retiré',
  nonTraite: 'Non traité',
}
