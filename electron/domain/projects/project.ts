import { z } from 'zod'
import { CivilDate, Id, Line, Name, PlainText, Version } from '../ids.ts'
import { Outcome } from '../minutes/minutes.ts'

/** In the order a project goes through them. */
export const ProjectStage = z.enum([
  'idea',
  'design',
  'consultation',
  'experiment',
  'rollout',
  'running',
  'closed',
])
export type ProjectStage = z.infer<typeof ProjectStage>

/** Whether an authority is to be consulted; empty: nobody said. */
export const OpinionNeed = z.enum(['', 'notNeeded', 'needed', 'asked', 'given'])
export type OpinionNeed = z.infer<typeof OpinionNeed>

export const ProjectFields = z.strictObject({
  title: Name,
  projectOwner: Line,
  organisation: Line,
  stage: ProjectStage,
  programmeId: Id.nullable(),
  axisId: Id.nullable(),
  recommendationId: Id.nullable(),
  purpose: PlainText,
  localImpact: PlainText,
  /** As the impact sheet of the CNEN asks for them. */
  costs: PlainText,
  savings: PlainText,
  staffing: PlainText,
  leadTime: PlainText,
  alternatives: PlainText,
  concertation: PlainText,
  support: PlainText,
  regulatorySide: PlainText,
  cnenOpinion: OpinionNeed,
  cnilOpinion: OpinionNeed,
  conseilEtatOpinion: OpinionNeed,
  askedOfBody: PlainText,
})
export type ProjectFields = z.infer<typeof ProjectFields>
export const Project = ProjectFields.extend({ id: Id, version: Version })
export type Project = z.infer<typeof Project>

/** A project before anybody said anything of it. */
export const blankProject: ProjectFields = {
  title: '',
  projectOwner: '',
  organisation: '',
  stage: 'idea',
  programmeId: null,
  axisId: null,
  recommendationId: null,
  purpose: '',
  localImpact: '',
  costs: '',
  savings: '',
  staffing: '',
  leadTime: '',
  alternatives: '',
  concertation: '',
  support: '',
  regulatorySide: '',
  cnenOpinion: '',
  cnilOpinion: '',
  conseilEtatOpinion: '',
  askedOfBody: '',
}

/** One stop of its schedule. */
export const StepFields = z.strictObject({
  label: Name,
  plannedOn: CivilDate.nullable(),
  doneOn: CivilDate.nullable(),
})
export type StepFields = z.infer<typeof StepFields>
export const ProjectStep = StepFields.extend({ id: Id, version: Version, projectId: Id })
export type ProjectStep = z.infer<typeof ProjectStep>

export const AudienceKind = z.enum(['commune', 'intercommunality', 'department', 'region', 'union', 'other'])
export type AudienceKind = z.infer<typeof AudienceKind>

/** A thousand billion: beyond is a slip of the hand. */
const Euros = z.int().min(0).max(1_000_000_000_000)

/** Local authorities concerned: how many of which kind, and what it costs and saves all of them in a year. */
export const AudienceFields = z.strictObject({
  kind: AudienceKind,
  /** Which of them ("plus de 3 500 habitants"), or what another kind is. */
  label: Line,
  headcount: z.int().min(0).max(1_000_000).nullable(),
  yearlyCost: Euros.nullable(),
  yearlySaving: Euros.nullable(),
})
export type AudienceFields = z.infer<typeof AudienceFields>
export const ProjectAudience = AudienceFields.extend({ id: Id, version: Version, projectId: Id })
export type ProjectAudience = z.infer<typeof ProjectAudience>

/** A person of the directory whom to ask; `part`: what for. */
export const ContactFields = z.strictObject({ personId: Id, part: Line })
export type ContactFields = z.infer<typeof ContactFields>
export const ProjectContact = ContactFields.extend({ id: Id, version: Version, projectId: Id })
export type ProjectContact = z.infer<typeof ProjectContact>

/** A project that has more of any of them is no project. */
export const MAX_OF_A_PROJECT = 100

/** One appearance of a project or of a watch item on an agenda. */
export const Hearing = z.strictObject({
  meetingId: Id,
  meetingDate: CivilDate,
  meetingNumber: z.int().nullable(),
  itemId: Id,
  itemTitle: Line,
  /** How the item ended; null before, or when nothing was said of it. */
  outcome: Outcome.nullable(),
  /** `left`: its meeting did not deal with it, or was cancelled. */
  state: z.enum(['ahead', 'heard', 'left']),
})
export type Hearing = z.infer<typeof Hearing>

/** Whether a rule of law is at stake: it is said, a text is linked, or an authority is to be consulted. */
export function isRegulatory(
  project: Pick<Project, 'regulatorySide' | 'cnenOpinion' | 'cnilOpinion' | 'conseilEtatOpinion'>,
  linkedTexts: number,
): boolean {
  const opinions = [project.cnenOpinion, project.cnilOpinion, project.conseilEtatOpinion]
  return (
    linkedTexts > 0 ||
    project.regulatorySide.trim() !== '' ||
    opinions.some((need) => need !== '' && need !== 'notNeeded')
  )
}

/** A slot that was asked for, and the day it was. */
export type SlotAsked = { receivedOn: CivilDate; wishedOn: CivilDate | null }

/** Whether what was asked is still to be done: a meeting after that day which heard the project answered it. */
export function isStillAsked({ receivedOn }: SlotAsked, lastHeardOn: CivilDate | null): boolean {
  return lastHeardOn === null || lastHeardOn <= receivedOn
}

/** Whether a meeting of that day is one that was wished for. */
export function isWishedFor({ wishedOn }: SlotAsked, meetingDate: CivilDate): boolean {
  return wishedOn === null || wishedOn <= meetingDate
}

type Sums = Pick<AudienceFields, 'headcount' | 'yearlyCost' | 'yearlySaving'>

/** Each sum over those that say a figure; null when none does, so that "not said" is never shown as nothing. */
export function audienceTotals(rows: readonly Sums[]): Sums {
  const sum = (of: keyof Sums) =>
    rows.reduce<number | null>((total, row) => (row[of] === null ? total : (total ?? 0) + row[of]), null)
  return { headcount: sum('headcount'), yearlyCost: sum('yearlyCost'), yearlySaving: sum('yearlySaving') }
}
