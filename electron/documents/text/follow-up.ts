import { decisionStandingWords } from '../../domain/minutes/follow-up-words.ts'

export const followUpText = {
  sheets: { actions: 'Actions', moves: 'Reports', decisions: 'Décisions' },
  columns: {
    number: 'Numéro',
    action: 'Action',
    decision: 'Décision',
    owner: 'Responsable',
    organisation: 'Organisme',
    due: 'Échéance',
    firstDue: 'Première échéance',
    moves: 'Reports',
    late: 'Jours de retard',
    state: 'État',
    closedOn: 'Close le',
    reason: 'Motif',
    meeting: 'Séance',
    meetingDate: 'Date de la séance',
    item: 'Point',
    replacedBy: 'Remplacée par',
    since: 'Depuis le',
    movedOn: 'Reportée le',
    from: 'De',
    to: 'À',
  },
  decisionStates: decisionStandingWords,
  /** "Actions au 2026-11-26". */
  fileName: (what: 'actions' | 'decisions', date: string) =>
    `${what === 'actions' ? 'Actions' : 'Décisions'} au ${date}`,
} as const
