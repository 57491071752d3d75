// A copy of the build whose every process and page believes that it is a given day, so that months can pass.
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applicationFolder, freshFolder } from './application.ts'

/** Before everything else in a script: `Date` begins at another moment and goes on from there. */
const shifted = (milliseconds: number) => `{
  const Real = Date
  const Story = function (...given) {
    if (new.target === undefined) return new Story().toString()
    return Reflect.construct(Real, given.length === 0 ? [Story.now()] : given, new.target === Story ? Real : new.target)
  }
  Object.setPrototypeOf(Story, Real)
  Story.prototype = Real.prototype
  Story.now = () => Real.now() + ${milliseconds}
  globalThis.Date = Story
};
`

export class StoryClock {
  /** The build to start. */
  readonly folder = freshFolder()
  /** Scripts that run first in their process or page, as they were built. */
  readonly #first: ReadonlyMap<string, string>

  constructor() {
    cpSync(join(applicationFolder, 'package.json'), join(this.folder, 'package.json'))
    cpSync(join(applicationFolder, 'dist'), join(this.folder, 'dist'), { recursive: true })
    const checkout = join(import.meta.dirname, '..', '..')
    for (const name of ['node_modules', 'resources'])
      symlinkSync(join(checkout, name), join(this.folder, name))
    const dist = join(this.folder, 'dist')
    const assets = join(dist, 'renderer', 'assets')
    const [page, ...others] = readdirSync(assets).filter((name) => /^index-.*\.js$/.test(name))
    if (page === undefined || others.length > 0) throw new Error('the page has not one first script')
    const paths = [...['main.cjs', 'core.cjs', 'job.cjs'].map((name) => join(dist, name)), join(assets, page)]
    this.#first = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
  }

  /** Processes started from now on begin at this hour of the day. */
  set(day: string, hour = '09:00'): void {
    const shift = new Date(`${day}T${hour}:00`).getTime() - Date.now()
    for (const [path, source] of this.#first) writeFileSync(path, `${shifted(shift)}${source}`)
  }
}
