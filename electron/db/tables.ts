// The shape of every row for the query builder, in camelCase (a plugin maps to snake_case columns). Rows are the
// domain's own shapes; only what SQLite cannot hold differs: booleans are 0 or 1, rich texts are JSON text.
import type { z } from 'zod'
import type { AgendaItem } from '../domain/agenda/agenda.ts'
import type { CarryRow } from '../domain/agenda/carry-over.ts'
import type { Subject, SubjectFile, SubjectMessage } from '../domain/agenda/subject.ts'
import type { AgendaStatusRow, AgendaTemplateLine, AgendaVersion } from '../domain/agenda/version.ts'
import type { Attendee } from '../domain/attendance/attendance.ts'
import type { Reply } from '../domain/attendance/reply.ts'
import type {
  Dispatch,
  DispatchDocument,
  DispatchTemplateFields,
  Recipient,
} from '../domain/dispatch/dispatch.ts'
import type { Sending } from '../domain/dispatch/sending.ts'
import type { Attachment, AwaitedDocument } from '../domain/documents/attachment.ts'
import type { DocumentStyle } from '../domain/documents/document-style.ts'
import type { Letterhead, Logo } from '../domain/documents/letterhead.ts'
import type { BackPlanLine, MeetingTask } from '../domain/meetings/back-planning.ts'
import type { Body } from '../domain/meetings/body.ts'
import type { Meeting, MeetingMove } from '../domain/meetings/meeting.ts'
import type { Series } from '../domain/meetings/series.ts'
import type { Action } from '../domain/minutes/action.ts'
import type { ApprovalReply } from '../domain/minutes/approval-reply.ts'
import type { Decision, DecisionFollowUp } from '../domain/minutes/decision.ts'
import type { ActionFollowUp, FollowUpStep } from '../domain/minutes/follow-up.ts'
import type { Minutes, MinutesSection } from '../domain/minutes/minutes.ts'
import type { Observation } from '../domain/minutes/observation.ts'
import type { RetentionRule } from '../domain/minutes/retention.ts'
import type { SignedCopy } from '../domain/minutes/signed-copy.ts'
import type { Approval, Corrigendum, MinutesVersion } from '../domain/minutes/version.ts'
import type { College, Mandate, Organisation, OrganisationName, Person } from '../domain/people/directory.ts'
import type { DueKind, PersonalDataRow } from '../domain/people/personal-data.ts'
import type { Project, ProjectAudience, ProjectContact, ProjectStep } from '../domain/projects/project.ts'
import type { ProjectReference } from '../domain/projects/project-reference.ts'
import type { ItemPosition, Notebook, SessionLine, SessionSpan } from '../domain/session/session.ts'
import type { WatchDelivery } from '../domain/watch/delivery.ts'
import type { TextConsultation, TextDeadline, TextLink } from '../domain/watch/text-life.ts'
import type { WatchItem } from '../domain/watch/watch.ts'

/** `T` with the columns `K` kept as another type. */
type Kept<T, K extends keyof T, As> = Omit<T, K> & Record<K, As>

type DispatchTemplateFieldsRow = z.infer<typeof DispatchTemplateFields> & {
  id: string
  version: number
  kind: Dispatch['kind']
}

export type Tables = {
  body: Kept<Body, 'isSample', number> & { id: number }
  college: College
  organisation: Organisation
  person: Person
  organisationName: OrganisationName
  collegeName: { id: string; collegeId: string; name: string; until: string }
  mandate: Mandate
  distinctPerson: { id: string; personId: string; otherId: string }
  series: Kept<Series, 'rule', string>
  seriesSkip: { id: string; seriesId: string; date: string; reason: string }
  meeting: Meeting
  meetingMove: MeetingMove
  meetingTask: MeetingTask
  backPlanLine: BackPlanLine
  agendaItem: AgendaItem
  agendaStatus: Kept<Kept<AgendaStatusRow, 'validatedContent', string | null>, 'submittedContents', string>
  agendaVersion: Kept<AgendaVersion, 'content', string>
  agendaTemplateLine: AgendaTemplateLine
  itemGuest: { id: string; itemId: string; personId: string }
  subject: Subject
  subjectMessage: SubjectMessage
  subjectFile: SubjectFile
  project: Project
  projectReference: ProjectReference
  projectStep: ProjectStep
  projectAudience: ProjectAudience
  projectContact: ProjectContact
  projectWatch: { id: string; projectId: string; watchItemId: string }
  watchItem: WatchItem
  textDeadline: TextDeadline
  textConsultation: TextConsultation
  textLink: TextLink
  watchProfile: {
    id: string
    version: number
    natures: string
    ministries: string
    words: string
    withNominative: number
  }
  watchDelivery: Kept<Kept<WatchDelivery, 'reading', string>, 'acts', string>
  watchSource: {
    id: string
    deliveryId: string
    stamp: string
    modifiedOn: string | null
    rubric: string
    text: string
    fields: string
  }
  itemProject: { id: string; itemId: string; projectId: string }
  itemWatch: { id: string; itemId: string; watchItemId: string }
  attendee: Attendee
  minutes: Kept<Minutes, 'opening' | 'closing', string>
  minutesSection: Kept<MinutesSection, 'presentation' | 'exchanges', string>
  decision: Decision
  action: Action
  actionFollowUp: ActionFollowUp
  decisionFollowUp: DecisionFollowUp
  followUpStep: FollowUpStep
  attachment: Kept<Attachment, 'tabled', number>
  awaitedDocument: AwaitedDocument
  dispatch: Dispatch
  dispatchTemplate: DispatchTemplateFieldsRow
  dispatchRecipient: Recipient
  dispatchDocument: DispatchDocument
  sending: Sending & { composition: string }
  sharedFile: {
    id: string
    dispatchId: string
    relativePath: string
    sha256: string
    state: 'queued' | 'written'
    writtenAt: string | null
  }
  reply: Reply
  letterhead: Letterhead
  logo: Logo
  documentStyle: Kept<Kept<DocumentStyle, 'hiddenSections', string>, 'embedsData', number> & { id: number }
  standardSentence: { id: string; version: number; sentenceKey: string; text: string }
  producedDocument: {
    id: string
    kind: string
    format: string
    meetingId: string | null
    projectId: string | null
    fileName: string
    sha256: string
    sizeBytes: number
    pageCount: number | null
    producedAt: string
    producedBy: string
    faults: string | null
  }
  observation: Observation
  approvalReply: ApprovalReply
  sessionLine: SessionLine
  sessionSpan: SessionSpan
  learntLayout: { id: string; learntAt: string; fileName: string; labels: string; habits: string }
  sessionDraft: { id: string; meetingId: string; author: string; text: string }
  itemPosition: ItemPosition
  notebook: Kept<Notebook, 'gone', string>
  generatedSection: { id: string; version: number; presentation: string; exchanges: string; at: string }
  minutesVersion: Kept<MinutesVersion, 'content', string>
  approval: Approval
  corrigendum: Corrigendum
  signedCopy: Kept<Kept<SignedCopy, 'signatures', string>, 'areAppendedRead', number>
  retentionRule: RetentionRule
  dictionaryWord: { id: string; version: number; word: string }
  personalData: PersonalDataRow & { id: number }
  erasure: {
    id: string
    kind: DueKind | 'person'
    at: string
    doneBy: string
    removed: number
    rewritten: number
  }
  carryOver: CarryRow
  leftFile: { id: string; sha256: string; leftAt: string }
  takenFile: { id: string; meetingId: string; text: string }
  takeoverFile: {
    id: string
    path: string
    sha256: string
    sizeBytes: number
    code: string | null
    facts: string | null
    reading: string | null
  }
  journalEntry: {
    seq: number
    at: string
    who: string
    method: string
    meetingId: string | null
    mergeKey: string | null
    state: 'done' | 'undone' | 'discarded'
  }
  /** Images of a row as JSON under the names of its columns; null where there was, or is, none. */
  journalChange: {
    ord: number
    entrySeq: number
    tableName: string
    rowId: string
    before: string | null
    after: string | null
  }
}

export type Row<T extends keyof Tables> = Tables[T]

/** Tables whose rows people edit side by side: each row carries an id and a version. */
export type VersionedTable =
  | 'college'
  | 'organisation'
  | 'person'
  | 'meeting'
  | 'agendaItem'
  | 'project'
  | 'projectReference'
  | 'projectStep'
  | 'projectAudience'
  | 'projectContact'
  | 'watchItem'
  | 'textDeadline'
  | 'textConsultation'
  | 'textLink'
  | 'attendee'
  | 'minutes'
  | 'minutesSection'
  | 'decision'
  | 'action'
  | 'actionFollowUp'
  | 'decisionFollowUp'
  | 'attachment'
  | 'organisationName'
  | 'mandate'
  | 'series'
  | 'meetingTask'
  | 'backPlanLine'
  | 'agendaStatus'
  | 'agendaTemplateLine'
  | 'subject'
  | 'subjectFile'
  | 'signedCopy'
  | 'awaitedDocument'
  | 'dispatch'
  | 'dispatchTemplate'
  | 'dispatchRecipient'
  | 'reply'
  | 'letterhead'
  | 'logo'
  | 'standardSentence'
  | 'observation'
  | 'approvalReply'
  | 'sessionLine'
  | 'sessionSpan'
  | 'itemPosition'
  | 'notebook'
  | 'generatedSection'
  | 'dictionaryWord'
  | 'carryOver'
  | 'watchProfile'
  | 'retentionRule'
