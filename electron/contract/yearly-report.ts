import { z } from 'zod'
import { CivilDate } from '../domain/ids.ts'
import { ChartId } from '../domain/report/charts.ts'
import { YearlyReport } from '../domain/report/yearly-report.ts'
import { read, shell } from './method.ts'

/** Both days belong to it; one that ends before it begins, or is longer than a hundred years: `invalid-input`, field `to`. */
export const ReportPeriod = z.strictObject({ from: CivilDate, to: CivilDate })

const ChartFormat = z.enum(['svg', 'png'])
const chart = ReportPeriod.extend({ chart: ChartId })

export const yearlyReport = {
  /** `previous`: the period right before, as long. */
  'yearlyReport.get': read(() => [
    ReportPeriod,
    z.strictObject({ report: YearlyReport, previous: YearlyReport }),
  ]),
  /** One chart to the clipboard: as a picture, or as the text of its drawing. */
  'yearlyReport.copyChart': shell('acts', () => [chart.extend({ format: ChartFormat }), z.strictObject({})]),
}
