// One document of every kind that the application composes, of words that are any people's.

import { agendaChangesModel } from '../../electron/documents/agenda/changes-model.ts'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { chairBriefModel } from '../../electron/documents/chair-brief/model.ts'
import { convocationModel } from '../../electron/documents/convocation/model.ts'
import { convocationProofModel } from '../../electron/documents/convocation-proof/model.ts'
import { corrigendumModel } from '../../electron/documents/corrigendum/model.ts'
import { decisionRecordModel } from '../../electron/documents/decision-record/model.ts'
import { meetingBookModel } from '../../electron/documents/meeting-book/model.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import { observationsTableModel } from '../../electron/documents/observations-table/model.ts'
import { projectSheetModel } from '../../electron/documents/project-sheet/model.ts'
import { nameCardsModel } from '../../electron/documents/room/name-cards.ts'
import { signInSheetModel } from '../../electron/documents/room/sign-in-sheet.ts'
import { welcomeListModel } from '../../electron/documents/room/welcome-list.ts'
import { runningOrderModel } from '../../electron/documents/running-order/model.ts'
import { watchBulletinModel } from '../../electron/documents/watch-bulletin/model.ts'
import { yearlyReportModel } from '../../electron/documents/yearly-report/model.ts'
import { agendaContent } from '../../electron/domain/agenda/version.ts'
import type { AskedPerson } from '../../electron/domain/attendance/reply.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { yearlyReport } from '../../electron/domain/report/yearly-report.ts'
import { yearOf } from '../../electron/domain/time/report-period.ts'
import { action, decision, id } from '../unit/documents-builders.ts'
import { bulletinFile, heard, projectFile, watchItem } from '../unit/documents-outside-meetings.ts'

/** @param most signs that the contract takes there */
export type Say = (most?: number) => string
type Given = {
  file: FileToPrint
  say: Say
  /** How many rows a table of anything has. */
  rows: number
}

const day = '2026-11-12'
const moment = '2026-11-12T09:00:00.000Z'
const sha256 = 'ab12'.repeat(16)
const times = <T>(count: number, one: (rank: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => one(n))
/** The last and the first rank share what they hang on. */
const among = <T>(list: readonly T[], rank: number): T | undefined => list[rank % list.length]
const stances = ['favorable', 'reserves', 'defavorable', 'reservee', 'sansAvis'] as const

/** Every kind there is: one more does not compile until its words are any too. */
export const modelsAtRandom: Readonly<Record<DocumentModel['kind'], (given: Given) => DocumentModel>> = {
  minutes: ({ file }) => minutesModel(file),
  agenda: ({ file }) => agendaModel(file),
  agendaChanges({ file, say }) {
    const content = agendaContent(file.meeting, file.items)
    const items = content.items.map((one) => ({
      ...one,
      title: say(500) || one.title,
      presenter: say(500),
      organisation: say(500),
    }))
    return agendaChangesModel(file, {
      before: { number: 1, content },
      after: { number: 2, content: { ...content, place: say(500), items: items.reverse() } },
    })
  },
  convocation: ({ file }) => convocationModel(file, { date: '2026-10-20', replyBy: '2026-11-02' }),
  convocationProof: ({ file, say, rows }) =>
    convocationProofModel(
      file,
      times(2, (turn) => ({ ...sentConvocation(say, rows, turn), convenedFor: file.meeting.date })),
    ),
  signInSheet: (given) => signInSheetModel(given.file, askedPersons(given)),
  nameCards: (given) => nameCardsModel(given.file, askedPersons(given)),
  welcomeList: (given) => welcomeListModel(given.file, askedPersons(given)),
  decisionRecord: (given) => decisionRecordModel(given.file, positions(given)),
  observationsTable: ({ file, say, rows }) =>
    observationsTableModel(
      file,
      times(rows, (rank) => ({
        id: id(6000 + rank),
        version: 1,
        meetingId: file.meeting.id,
        position: rank,
        circle: 'members',
        number: rank + 1,
        paper: 'minutes',
        itemId: among(file.items, rank)?.id ?? null,
        anchor: '',
        place: say(500),
        organisation: say(500),
        organisationId: null,
        author: say(500),
        authoredAt: moment,
        kind: rank % 4 === 0 ? 'comment' : 'change',
        beforeText: say(),
        afterText: say(),
        comment: say(),
        source: 'typed',
        sourceFileName: '',
        sourceSha256: null,
        state: among(['open', 'accepted', 'reworded', 'refused'] as const, rank) ?? 'open',
        answer: say(),
        minutesVersionId: null,
        settledAt: null,
      })),
    ),
  runningOrder: (given) =>
    runningOrderModel(
      {
        ...given.file,
        items: given.file.items.map((one) => ({
          ...one,
          note: given.say(),
          disagreementBy: given.say(500),
          disagreement: given.say(),
        })),
      },
      {
        asked: askedPersons(given),
        awaited: [],
        asks: given.file.items.map(({ id: itemId }) => ({
          itemId,
          title: given.say(500),
          askedOfBody: given.say(),
        })),
        positions: positions(given),
      },
    ),
  chairBrief: ({ file, say, rows }) =>
    chairBriefModel(file, {
      today: day,
      briefs: file.items.map(({ id: itemId }) => ({
        itemId,
        asks: times(3, () => ({ project: say(500), asked: say() })),
        heard: times(2, () => ({ meeting: earlier, title: say(500) })),
        said: times(rows, (rank) => ({
          meeting: earlier,
          organisation: say(500),
          stance: among(stances, rank) ?? null,
          words: say(),
        })),
        actions: times(rows, (rank) => ({
          rank: rank + 1,
          text: say(),
          owner: say(500),
          organisation: say(500),
          dueDate: day,
          state: 'todo',
          meeting: earlier,
          closedOn: null,
          firstDue: day,
        })),
        deadlines: times(4, () => ({ date: day, what: say(500), text: say(500) })),
        observations: { minutes: 1, all: 3, refused: 1, open: 1 },
      })),
    }),
  meetingBook: ({ file, say, rows }) =>
    meetingBookModel(
      file,
      'members',
      times(rows, (rank) => ({
        attachmentId: id(5000 + rank),
        itemId: among(file.items, rank)?.id ?? null,
        number: rank + 1,
        name: say(255) || 'Annexe',
        fileName: say(250) || 'annexe.pdf',
        sizeBytes: 1,
        sha256,
        tabled: rank % 3 === 0,
        fate: rank % 2 === 0 ? { goes: 'zip', why: 'format' } : { goes: 'missing' },
        outName: say(250) || 'annexe.pdf',
      })),
    ),
  projectSheet({ say, rows }) {
    const { project, ...rest } = projectFile()
    return projectSheetModel({
      ...rest,
      project: {
        ...project,
        title: say(500) || 'Projet',
        projectOwner: say(500),
        organisation: say(500),
        purpose: say(),
        localImpact: say(),
        regulatorySide: say(),
        askedOfBody: say(),
      },
      heard: times(Math.min(rows, 9), (rank) =>
        heard(rank + 1, {
          item: { id: id(100 + rank), title: say(500) || 'Point', nature: 'avis' },
          section: { outcome: 'prisActe', outcomeSentence: say() },
          decisions: [decision(rank + 1, rank + 1, say() || 'Décidé.')],
          actions: [action(rank + 1, rank + 1, { text: say(), owner: say(500), organisation: say(500) })],
          positions: times(3, (at) => ({
            organisation: say(500) || 'Organisme',
            stance: among(stances, at) ?? 'favorable',
            words: say(),
          })),
        }),
      ),
      watchItems: times(rows, (rank) => watchItem(rank, { title: say(500) || 'Texte', ministry: say(500) })),
    })
  },
  watchBulletin: ({ say, rows }) =>
    watchBulletinModel(
      bulletinFile(
        times(rows, (rank) =>
          watchItem(rank, {
            title: say(500) || 'Texte',
            number: say(40),
            nor: say(20),
            ministry: say(500),
            publishedOn: '2026-11-03',
            appliesOn: '2027-01-01',
            audience: say(500),
            consequences: say(),
            sourceUrl: say(500),
          }),
        ),
        undefined,
        rows % 2 === 0 ? 'news' : 'whole',
      ),
    ),
  yearlyReport({ file: { body, look, meeting }, say, rows }) {
    const period = yearOf(day)
    const held = { id: meeting.id, date: day, number: 1, state: 'held' as const, isMoved: 0 }
    const report = yearlyReport(period, day, {
      meetings: [held],
      organisations: [],
      attendance: times(rows, () => ({
        meetingId: held.id,
        college: say(500),
        collegeId: null,
        organisation: say(500),
        organisationId: null,
        members: 3,
        present: 2,
        noted: 3,
      })),
      colleges: [],
      namings: new Map(),
      decisions: [{ meetingId: held.id, outcome: 'prisActe', isOpposed: 0, count: 3 }],
      actions: [],
      axes: times(Math.min(rows, 20), (rank) => ({
        id: id(4000 + rank),
        number: String(rank),
        title: say(500),
        isArchived: 0,
      })),
      hearings: times(rows, (rank) => ({
        meetingId: held.id,
        projectId: id(3000 + rank),
        outcome: null,
        owner: say(500),
        ownerId: null,
        axisId: id(4000 + (rank % 20)),
        isRegulatory: 0,
      })),
      texts: [],
      presented: [],
      deadlines: [],
    })
    return yearlyReportModel({ body, look, report, previous: report })
  },
  corrigendum: ({ file, say }) =>
    corrigendumModel(file, {
      approval: {
        id: file.meeting.id,
        mode: 'meeting',
        approvingMeetingId: null,
        approvedOn: day,
        corrections: say(),
        asked: '',
        replies: '',
        versionId: id(70),
        sha256,
        sealedAt: moment,
        sealedBy: say(500),
      },
      number: 1,
      fields: {
        itemId: file.items[0]?.id ?? null,
        place: say(500),
        beforeText: say(),
        afterText: say(),
        reason: say(),
        decidedOn: day,
      },
    }),
}

const earlier = { date: '2026-09-10', number: 8, approved: true }

const positions = ({ file, say, rows }: Given) =>
  times(rows, (rank) => ({
    id: id(2000 + rank),
    version: 1,
    meetingId: file.meeting.id,
    itemId: among(file.items, rank)?.id ?? '',
    organisation: say(500) || 'Organisme',
    organisationId: null,
    stance: among(stances, rank) ?? 'favorable',
    words: say(),
    article: '' as const,
  }))

const askedPersons = ({ say, rows }: Given): AskedPerson[] =>
  times(rows, (rank) => ({
    personId: id(7000 + rank),
    familyName: say(500) || 'Exemple',
    givenName: say(500),
    civility: '',
    jobTitle: say(500),
    organisation: say(500),
    acronym: say(40),
    college: among(['État', 'Associations d’élus', ''], rank) ?? '',
    email: 'camille@exemple.invalid',
    role: 'titulaire',
    items: [],
    beforeMove: false,
    isReached: true,
    reply: null,
  }))

function sentConvocation(say: Say, rows: number, turn: number) {
  const dispatchId = id(900 + turn)
  return {
    dispatch: {
      id: dispatchId,
      version: 1,
      meetingId: id(1),
      kind: 'convocation' as const,
      itemId: null,
      subject: say(500),
      body: '',
      state: 'sent' as const,
      createdAt: moment,
      sentAt: moment,
      sentBy: say(500),
      agendaVersionNumber: null,
      calendarSequence: null,
      calendarContent: null,
      messageSha256: sha256,
      messageBytes: 1_234_567,
    },
    recipients: times(rows, (rank) => ({
      id: id(1000 + rank),
      version: 1,
      dispatchId,
      position: rank,
      personId: null,
      name: say(500),
      organisation: say(500),
      email: `${'camille.exemple-'.repeat(1 + (rank % 4))}@exemple.invalid`,
      field: 'to' as const,
      reason: 'member' as const,
    })),
    documents: times(3, (rank) => ({
      id: id(300 + rank),
      dispatchId,
      position: rank,
      kind: 'convocation' as const,
      attachmentId: null,
      fileName: say(250) || 'convocation.pdf',
      placement: 'message' as const,
      sizeBytes: 3,
      sha256,
    })),
    sendings: [],
  }
}
