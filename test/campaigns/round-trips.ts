import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { agendaModel } from '../../electron/documents/agenda/model.ts'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { modelInPdf, readWord } from '../../electron/documents/read-back.ts'
import { meetingFiles } from '../unit/documents-arbitrary.ts'

export type RoundTrips = {
  meetings: number
  pdfs: number
  words: number
  /** The smallest meeting that does not come back, in words; empty when all do. */
  fault: string
}

/**
 * @param options.runs how many meetings; each is printed in both formats, as minutes or as an agenda.
 * @param options.control the planted defect: what is printed has another title than the meeting, and must be told from it.
 */
export async function roundTrips(options: {
  runs: number
  seed: number
  control?: boolean
}): Promise<RoundTrips> {
  const { runs, seed } = options
  const counts = { meetings: 0, pdfs: 0, words: 0 }
  const details = await fc.check(
    fc.asyncProperty(meetingFiles, fc.boolean(), async (file, isAgenda) => {
      counts.meetings += 1
      const modelOf = isAgenda ? agendaModel : minutesModel
      const model = modelOf(file)
      const title = `${file.meeting.title} autre`
      const printed =
        options.control === true ? modelOf({ ...file, meeting: { ...file.meeting, title } }) : model
      const fromPdf = await modelInPdf((await renderPdf(printed)).bytes)
      counts.pdfs += 1
      const { model: fromWord, changed } = readWord(await renderFlowing(printed, 'docx'))
      counts.words += 1
      if (changed || !isDeepStrictEqual(fromWord, model)) throw new Error(`${model.kind}: docx`)
      if (!isDeepStrictEqual(fromPdf, model)) throw new Error(`${model.kind}: pdf`)
    }),
    { numRuns: runs, seed },
  )
  return { ...counts, fault: details.failed ? (fc.defaultReportMessage(details) ?? 'unknown') : '' }
}
