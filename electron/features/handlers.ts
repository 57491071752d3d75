// Every method of the contract with its handler; a missing one does not compile.

import * as carryOver from './agenda/carry-over/handlers.ts'
import * as agenda from './agenda/handlers.ts'
import * as subjects from './agenda/subjects/handlers.ts'
import * as attendance from './attendance/handlers.ts'
import * as replies from './attendance/replies/handlers.ts'
import * as dataPlace from './backups/data-place/handlers.ts'
import * as handOver from './backups/hand-over/handlers.ts'
import * as backups from './backups/handlers.ts'
import * as keptFiles from './backups/kept-files/handlers.ts'
import * as profile from './backups/profile/handlers.ts'
import * as recovery from './backups/recovery/handlers.ts'
import type { LongHandlers, ReadHandlers, RecoveryHandlers, WriteHandlers } from './context.ts'
import * as directory from './directory/handlers.ts'
import * as personalData from './directory/personal-data/handlers.ts'
import * as dispatch from './dispatch/handlers.ts'
import * as attachments from './documents/attachments/handlers.ts'
import * as documents from './documents/handlers.ts'
import * as meetingBook from './documents/meeting-book/handlers.ts'
import * as documentStyle from './documents/style/handlers.ts'
import * as followUp from './follow-up/handlers.ts'
import * as home from './home/handlers.ts'
import * as search from './home/search/handlers.ts'
import * as imports from './imports/handlers.ts'
import * as takeover from './imports/takeover/handlers.ts'
import * as backPlanning from './meetings/back-planning/handlers.ts'
import * as meetings from './meetings/handlers.ts'
import * as series from './meetings/series/handlers.ts'
import * as approval from './minutes/approval/handlers.ts'
import * as archive from './minutes/archive/handlers.ts'
import * as minutes from './minutes/handlers.ts'
import * as observations from './minutes/observations/handlers.ts'
import * as pictures from './minutes/pictures.ts'
import * as minutesVersions from './minutes/versions.ts'
import * as projects from './projects/handlers.ts'
import * as projectReferences from './projects/references/handlers.ts'
import * as session from './session/handlers.ts'
import * as notebooks from './session/notebooks/handlers.ts'
import * as settings from './settings/handlers.ts'
import * as history from './settings/history/handlers.ts'
import * as spelling from './settings/spelling/handlers.ts'
import * as deliveries from './watch/deliveries/handlers.ts'
import * as watch from './watch/handlers.ts'
import * as watchList from './watch/list/handlers.ts'
import * as yearlyReport from './yearly-report/handlers.ts'

export const readHandlers: ReadHandlers = {
  ...settings.reads,
  ...handOver.reads,
  ...home.reads,
  ...meetings.reads,
  ...series.reads,
  ...backPlanning.reads,
  ...carryOver.reads,
  ...agenda.reads,
  ...minutes.reads,
  ...followUp.reads,
  ...observations.reads,
  ...session.reads,
  ...notebooks.reads,
  ...minutesVersions.reads,
  ...approval.reads,
  ...archive.reads,
  ...attendance.reads,
  ...subjects.reads,
  ...replies.reads,
  ...deliveries.reads,
  ...takeover.reads,
  ...directory.reads,
  ...personalData.reads,
  ...dispatch.reads,
  ...documentStyle.reads,
  ...projects.reads,
  ...projectReferences.reads,
  ...watch.reads,
  ...attachments.reads,
  ...imports.reads,
  ...history.reads,
  ...documents.reads,
  ...search.reads,
  ...yearlyReport.reads,
  ...spelling.reads,
}

export const writeHandlers: WriteHandlers = {
  ...archive.writes,
  ...keptFiles.writes,
  ...settings.writes,
  ...meetings.writes,
  ...series.writes,
  ...backPlanning.writes,
  ...carryOver.writes,
  ...agenda.writes,
  ...minutes.writes,
  ...followUp.writes,
  ...observations.writes,
  ...session.writes,
  ...notebooks.writes,
  ...minutesVersions.writes,
  ...attendance.writes,
  ...subjects.writes,
  ...replies.writes,
  ...deliveries.writes,
  ...directory.writes,
  ...personalData.writes,
  ...dispatch.writes,
  ...documentStyle.writes,
  ...projects.writes,
  ...projectReferences.writes,
  ...watch.writes,
  ...attachments.writes,
  ...imports.writes,
  ...takeover.writes,
  ...history.writes,
  ...spelling.writes,
}

export const longHandlers: LongHandlers = {
  ...observations.longs,
  ...pictures.longs,
  ...session.longs,
  ...notebooks.longs,
  ...minutesVersions.longs,
  ...approval.longs,
  ...attendance.longs,
  ...replies.longs,
  ...settings.longs,
  ...profile.longs,
  ...deliveries.longs,
  ...watchList.longs,
  ...handOver.longs,
  ...backups.longs,
  ...keptFiles.longs,
  ...recovery.longs,
  ...dataPlace.longs,
  ...agenda.longs,
  ...attachments.longs,
  ...imports.longs,
  ...takeover.longs,
  ...subjects.longs,
  ...directory.longs,
  ...personalData.longs,
  ...dispatch.longs,
  ...documents.longs,
  ...meetingBook.longs,
  ...documentStyle.longs,
  ...spelling.longs,
}

export const recoveryHandlers: RecoveryHandlers = recovery.handlers
