import type { ReportRows } from '../electron/domain/report/yearly-report.ts'

/** Those of a year in which nothing was. */
export const noRows: ReportRows = {
  meetings: [],
  attendance: [],
  colleges: [],
  organisations: [],
  namings: new Map(),
  decisions: [],
  actions: [],
  axes: [],
  hearings: [],
  texts: [],
  presented: [],
  deadlines: [],
}
