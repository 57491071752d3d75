export type SheetField =
  | 'title'
  | 'requester'
  | 'organisation'
  | 'nature'
  | 'duration'
  | 'projectTitle'
  | 'projectOwner'
  | 'projectOrganisation'
  | 'stage'
  | 'purpose'
  | 'localImpact'
  | 'regulatorySide'
  | 'askedOfBody'

/** In the words of the sheet; empty where there is no answer. */
export type SheetAnswers = Record<SheetField, string>

export type SheetPart = 'subject' | 'project'

/** In the order of the sheet, with the part that each stands in. */
export const sheetQuestions: readonly { field: SheetField; part: SheetPart; label: string }[] = [
  { field: 'title', part: 'subject', label: 'Intitulé du sujet' },
  { field: 'requester', part: 'subject', label: 'Demandeur' },
  { field: 'organisation', part: 'subject', label: 'Organisme du demandeur' },
  { field: 'nature', part: 'subject', label: 'Nature du passage' },
  { field: 'duration', part: 'subject', label: 'Durée souhaitée' },
  { field: 'projectTitle', part: 'project', label: 'Nom du projet' },
  { field: 'projectOwner', part: 'project', label: 'Porteur du projet' },
  { field: 'projectOrganisation', part: 'project', label: 'Organisme porteur' },
  { field: 'stage', part: 'project', label: 'Avancement du projet' },
  { field: 'purpose', part: 'project', label: 'Objet du projet' },
  { field: 'localImpact', part: 'project', label: 'Effets pour les collectivités' },
  { field: 'regulatorySide', part: 'project', label: 'Dimension réglementaire' },
  { field: 'askedOfBody', part: 'project', label: 'Ce qui est demandé à l’instance' },
]

export const sheetParts: Readonly<Record<SheetPart, string>> = { subject: 'Le sujet', project: 'Le projet' }

/** The text of an empty box; left as it was, it is no answer. */
export const sheetPrompts = { type: 'Cliquer ici pour répondre', choose: 'Choisir dans la liste' } as const

export const noAnswers: SheetAnswers = {
  title: '',
  requester: '',
  organisation: '',
  nature: '',
  duration: '',
  projectTitle: '',
  projectOwner: '',
  projectOrganisation: '',
  stage: '',
  purpose: '',
  localImpact: '',
  regulatorySide: '',
  askedOfBody: '',
}
