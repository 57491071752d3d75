import type { ApprovalMode } from '../../electron/domain/minutes/version.ts'

export const minutesSettingsText = {
  title: 'Compte rendu',
  lead: 'Ces règles préparent et avertissent : aucune ne bloque.',
  reviewDays: 'Délai de relecture, en jours',
  reviewDaysHelp: 'Compté depuis l’envoi aux membres, sauf date fixée au rétroplanning.',
  approvalMode: 'Approbation habituelle',
  approvalModeHelp: 'Proposée au moment d’approuver ; chaque compte rendu peut l’être autrement.',
  modes: {
    meeting: 'par une séance ultérieure',
    written: 'par consultation écrite',
    tacit: 'tacite, après le délai de relecture',
  } satisfies Record<ApprovalMode, string>,
}
