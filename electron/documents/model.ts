import { z } from 'zod'
import { AgendaChangesModel } from './agenda/changes-model.ts'
import { AgendaModel } from './agenda/model.ts'
import { ChairBriefModel } from './chair-brief/model.ts'
import { ConvocationModel } from './convocation/model.ts'
import { ConvocationProofModel } from './convocation-proof/model.ts'
import { CorrigendumModel } from './corrigendum/model.ts'
import { DecisionRecordModel } from './decision-record/model.ts'
import { MeetingBookModel } from './meeting-book/model.ts'
import { MinutesModel } from './minutes/model.ts'
import { ObservationsTableModel } from './observations-table/model.ts'
import { ProjectSheetModel } from './project-sheet/model.ts'
import { NameCardsModel } from './room/name-cards.ts'
import { SignInSheetModel } from './room/sign-in-sheet.ts'
import { WelcomeListModel } from './room/welcome-list.ts'
import { RunningOrderModel } from './running-order/model.ts'
import { WatchBulletinModel } from './watch-bulletin/model.ts'
import { YearlyReportModel } from './yearly-report/model.ts'

export const DocumentModel = z.discriminatedUnion('kind', [
  MinutesModel,
  AgendaModel,
  AgendaChangesModel,
  ConvocationModel,
  ConvocationProofModel,
  SignInSheetModel,
  NameCardsModel,
  WelcomeListModel,
  DecisionRecordModel,
  ObservationsTableModel,
  RunningOrderModel,
  ChairBriefModel,
  MeetingBookModel,
  ProjectSheetModel,
  WatchBulletinModel,
  YearlyReportModel,
  CorrigendumModel,
])
export type DocumentModel = z.infer<typeof DocumentModel>
