import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import type { ErrorCode } from '../contract/errors.ts'
import type { FromCore, FromJob, JobName, JobProgress, JobResult, ToJob } from '../contract/wire.ts'
import { childEnvironment, childFlags } from './child-environment.ts'
import { builtFolder } from './folders.ts'
import { log } from './log.ts'

type Request = Extract<FromCore, { type: 'job' }>
type Answer = (result: JobResult) => void
type Running = { child: UtilityProcess; end: (result: JobResult) => void }

/** Kinds whose process is kept for the next job: starting the typesetter, or the dictionary, costs more than using it. */
const keptWarm: ReadonlySet<JobName> = new Set<JobName>(['renderPdf', 'spelling'])
/** The code of a job that ran out of its time. */
const lateCode: Readonly<Record<JobName, ErrorCode>> = {
  readFile: 'file-unreadable-in-time',
  readDelivery: 'file-unreadable-in-time',
  readWatchList: 'file-unreadable-in-time',
  gatherTakeover: 'file-unreadable-in-time',
  readDirectory: 'file-unreadable-in-time',
  readMail: 'file-unreadable-in-time',
  readReview: 'file-unreadable-in-time',
  readSheet: 'file-unreadable-in-time',
  readReport: 'file-unreadable-in-time',
  readNotebook: 'file-unreadable-in-time',
  readLogo: 'file-unreadable-in-time',
  cleanPicture: 'file-unreadable-in-time',
  drawPicture: 'unexpected',
  examineAnnexes: 'file-unreadable-in-time',
  buildMeetingBook: 'file-unreadable-in-time',
  writeSheet: 'unexpected',
  writeNotebook: 'unexpected',
  writeSpreadsheet: 'unexpected',
  renderPdf: 'unexpected',
  renderFlowing: 'unexpected',
  checkPdf: 'unexpected',
  spelling: 'unexpected',
  checkBackup: 'unexpected',
  writeProfile: 'unexpected',
  readProfile: 'unexpected',
  markBackup: 'unexpected',
  surveyDatabase: 'unexpected',
  prepareReading: 'unexpected',
  readTables: 'unexpected',
  finishReading: 'unexpected',
  finishBackup: 'unexpected',
  verifyBackup: 'unexpected',
  lookInside: 'unexpected',
  checkStore: 'unexpected',
  bringBackFiles: 'unexpected',
  writeArchive: 'unexpected',
  verifyParcel: 'unexpected',
  mergeCopies: 'merge-refused',
  countCopy: 'not-a-backup',
  finishFolder: 'not-a-backup',
  makeSealKey: 'unexpected',
  changeSealKey: 'unexpected',
  openSealKey: 'unexpected',
  sealFiles: 'unexpected',
  unseal: 'unexpected',
  verifySealed: 'unexpected',
}
/** The code of a job whose process died on it: a reader dies of its file. */
const deathCode: Readonly<Record<JobName, ErrorCode>> = {
  readFile: 'file-damaged',
  readDelivery: 'file-damaged',
  readWatchList: 'file-damaged',
  gatherTakeover: 'file-damaged',
  readDirectory: 'file-damaged',
  readMail: 'file-damaged',
  readReview: 'file-damaged',
  readSheet: 'file-damaged',
  readReport: 'file-damaged',
  readNotebook: 'file-damaged',
  readLogo: 'file-damaged',
  cleanPicture: 'file-damaged',
  drawPicture: 'unexpected',
  examineAnnexes: 'file-damaged',
  buildMeetingBook: 'file-damaged',
  writeSheet: 'unexpected',
  writeNotebook: 'unexpected',
  writeSpreadsheet: 'unexpected',
  renderPdf: 'unexpected',
  renderFlowing: 'unexpected',
  checkPdf: 'unexpected',
  spelling: 'unexpected',
  checkBackup: 'unexpected',
  writeProfile: 'unexpected',
  readProfile: 'unexpected',
  markBackup: 'unexpected',
  surveyDatabase: 'unexpected',
  prepareReading: 'unexpected',
  readTables: 'unexpected',
  finishReading: 'unexpected',
  finishBackup: 'unexpected',
  verifyBackup: 'unexpected',
  lookInside: 'unexpected',
  checkStore: 'unexpected',
  bringBackFiles: 'unexpected',
  writeArchive: 'unexpected',
  verifyParcel: 'unexpected',
  mergeCopies: 'merge-refused',
  countCopy: 'not-a-backup',
  finishFolder: 'not-a-backup',
  makeSealKey: 'unexpected',
  changeSealKey: 'unexpected',
  openSealKey: 'unexpected',
  sealFiles: 'unexpected',
  unseal: 'unexpected',
  verifySealed: 'unexpected',
}

export class JobHost {
  readonly #running = new Map<number, Running>()
  readonly #warm = new Map<JobName, UtilityProcess>()
  readonly #queue: { request: Request; answer: Answer; tell: (progress: JobProgress) => void }[] = []
  readonly #busy = new Set<JobName>()

  /** Answers exactly once: the result, or a failure when the job is late, cancelled or dies. */
  run(request: Request, answer: Answer, tell: (progress: JobProgress) => void): void {
    if (keptWarm.has(request.name)) {
      if (this.#busy.has(request.name)) {
        this.#queue.push({ request, answer, tell })
        return
      }
      this.#busy.add(request.name)
    }
    const child = this.#process(request.name)
    const late = setTimeout(() => {
      log.warn(`${request.name} ran out of its ${request.timeoutMs} ms`)
      end({ ok: false, code: lateCode[request.name] })
    }, request.timeoutMs)
    const onMessage = (message: FromJob) => {
      if (message.id !== request.id) return
      if ('result' in message) end(message.result, keptWarm.has(request.name))
      else tell(message)
    }
    const onExit = (code: number) => {
      log.warn(`${request.name} process gone (${code})`)
      end({ ok: false, code: deathCode[request.name] })
    }
    const end = (result: JobResult, keep = false) => {
      if (!this.#running.delete(request.id)) return
      clearTimeout(late)
      child.off('message', onMessage)
      child.off('exit', onExit)
      if (!keep) {
        this.#warm.delete(request.name)
        child.kill()
      }
      answer(result)
      this.#next(request.name)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    this.#running.set(request.id, { child, end })
    child.postMessage({ id: request.id, name: request.name, input: request.input } satisfies ToJob)
  }

  /** Kills the job's process; native code does not stop otherwise. */
  cancel(id: number): void {
    const queued = this.#queue.findIndex(({ request }) => request.id === id)
    if (queued >= 0) this.#queue.splice(queued, 1)[0]?.answer({ ok: false, code: 'cancelled' })
    this.#running.get(id)?.end({ ok: false, code: 'cancelled' })
  }

  /** Ends every job and every kept process. */
  stop(): void {
    for (const { answer } of this.#queue.splice(0)) answer({ ok: false, code: 'cancelled' })
    for (const { end } of [...this.#running.values()]) end({ ok: false, code: 'cancelled' })
    for (const child of this.#warm.values()) child.kill()
    this.#warm.clear()
  }

  #next(name: JobName): void {
    this.#busy.delete(name)
    const at = this.#queue.findIndex(({ request }) => request.name === name)
    const [next] = at < 0 ? [] : this.#queue.splice(at, 1)
    if (next !== undefined) this.run(next.request, next.answer, next.tell)
  }

  #process(name: JobName): UtilityProcess {
    const warm = this.#warm.get(name)
    if (warm !== undefined) return warm
    const child = utilityProcess.fork(join(builtFolder, 'job.js'), [], {
      serviceName: `seances-${name}`,
      execArgv: childFlags,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr?.on('data', (bytes: Buffer) => log.warn(`${name}: ${bytes.toString('utf8').trimEnd()}`))
    if (keptWarm.has(name)) {
      this.#warm.set(name, child)
      child.once('exit', () => {
        if (this.#warm.get(name) === child) this.#warm.delete(name)
      })
    }
    return child
  }
}
