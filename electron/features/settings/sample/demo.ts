import { blankProject } from '../../../domain/projects/project.ts'
import { quoted, withCapital } from '../../../domain/text/french.ts'
import { addDays, weekday } from '../../../domain/time/civil-date.ts'
import { blankText } from '../../../domain/watch/watch.ts'
import { demoFollowUp } from './follow-up.ts'
import type { DemoRows } from './insert.ts'
import { demoMeeting, type World } from './meeting.ts'
import { demoPreparation, demoSeries } from './preparation.ts'
import { type Random, seeded } from './random.ts'
import * as words from './words.ts'

export type DemoOptions = {
  seed: string
  /** Years before `end`; twelve meetings each. */
  years: number
  /** `YYYY-MM-DD`; the last but one meeting is held before it, the last is in preparation. */
  end: string
}

export function demoRows(options: DemoOptions): DemoRows {
  const { seed, years, end } = options
  const { random, at, rows } = withDirectory(options)
  fillProjects(rows, random, at, years)
  fillWatch(rows, random, at, years, end)
  const world: World = { random, rows, end }
  const dates = thursdays(end, years)
  for (const [index, date] of dates.entries())
    demoMeeting(world, date, yearlyNumber(dates, index), dates[index + 1] ?? null)
  demoFollowUp(rows, seed, end)
  demoSeries(world, at)
  demoPreparation(world)
  return rows
}

/** The directory of the same rows, which is drawn first. */
export function demoDirectory(options: DemoOptions): Pick<DemoRows, 'college' | 'organisation'> {
  return withDirectory(options).rows
}

function withDirectory({ seed, years, end }: DemoOptions): { random: Random; at: number; rows: DemoRows } {
  const random = seeded(seed)
  const at = Date.parse(`${end}T08:00:00Z`) - years * 366 * 86_400_000
  const rows: DemoRows = {
    college: words.colleges.map((name, protocolOrder) => ({
      id: random.id(at),
      version: 1,
      name,
      protocolOrder,
    })),
    organisation: [],
    person: [],
    mandate: [],
    project: [],
    watchItem: [],
    series: [],
    meeting: [],
    agendaItem: [],
    itemProject: [],
    itemWatch: [],
    carryOver: [],
    attendee: [],
    minutes: [],
    minutesSection: [],
    decision: [],
    action: [],
    actionFollowUp: [],
    decisionFollowUp: [],
    followUpStep: [],
    subject: [],
    subjectMessage: [],
    reply: [],
    awaitedDocument: [],
  }
  fillDirectory(rows, random, at, years)
  return { random, at, rows }
}

/** The second Thursday of each month, up to the first of them after `end`: one meeting is in preparation on whatever day. */
function thursdays(end: string, years: number): string[] {
  const month = Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) - 1
  const last = secondThursday(month) > end ? month : month + 1
  const first = last + 1 - years * 12
  return Array.from({ length: years * 12 }, (_, index) => secondThursday(first + index))
}

/** @param month counted from January of the year 0. */
function secondThursday(month: number): string {
  const start = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  return addDays(start, ((11 - weekday(start)) % 7) + 7)
}

function yearlyNumber(dates: readonly string[], index: number): number {
  const year = dates[index]?.slice(0, 4)
  return dates.slice(0, index + 1).filter((date) => date.startsWith(year ?? '')).length
}

/** The chair is a member, the secretary is none. */
const officers: ReadonlyMap<number, readonly [string, string]> = new Map([
  [words.CHAIR, words.chair],
  [words.MEMBERS, words.secretary],
])

function fillDirectory(rows: DemoRows, random: Random, at: number, years: number): void {
  for (const [order, [name, acronym, college]] of words.organisations.entries())
    rows.organisation.push({
      id: random.id(at),
      version: 1,
      name,
      acronym,
      article: null,
      collegeId: rows.college[college]?.id ?? null,
      protocolOrder: order,
    })
  for (let order = 0; order < Math.min(300, 30 * years + 10); order += 1) {
    const drawn = [random.pick(words.givenNames), random.pick(words.familyNames)] as const
    const [givenName, familyName] = officers.get(order) ?? drawn
    const isMan = words.menNames.has(givenName)
    const id = random.id(at + order)
    const organisationId = rows.organisation[order % rows.organisation.length]?.id ?? null
    // Drawn as ever, so that what comes after is the same.
    random.next()
    rows.person.push({
      id,
      version: 1,
      civility: isMan ? 'M.' : 'Mme',
      givenName,
      familyName,
      jobTitle: random.pick(words.jobTitles)[isMan ? 1 : 0],
      organisationId,
      email: `personne${order + 1}@exemple.invalid`,
      phone: '',
      copyEmails: '',
      otherNames: '',
      protocolOrder: order,
    })
    if (order < words.MEMBERS)
      rows.mandate.push({
        id: random.id(at + order),
        version: 1,
        personId: id,
        organisationId,
        seriesId: null,
        role: 'titulaire',
        startsOn: null,
        endsOn: null,
      })
  }
}

/** The axes that the data come with (migration 15), without their last digit. */
const AXIS = '01900000-0000-7000-8000-00000000e10'

function fillProjects(rows: DemoRows, random: Random, at: number, years: number): void {
  for (let index = 0; index < 15 * years + 10; index += 1) {
    const name = words.projectNames[index % words.projectNames.length] ?? ''
    const round = Math.floor(index / words.projectNames.length)
    const [organisation] = random.pick(words.organisations)
    rows.project.push({
      id: random.id(at + index),
      ...blankProject,
      version: 1,
      // Not drawn: what comes after is the same whatever is said here.
      axisId: index % 7 === 6 ? null : AXIS + ((index % 4) + 1),
      title: round === 0 ? name : `${name}, phase ${round + 1}`,
      projectOwner: `${random.pick(words.givenNames)} ${random.pick(words.familyNames)}`,
      organisation,
      stage: random.pick([
        'idea',
        'design',
        'consultation',
        'experiment',
        'rollout',
        'running',
        'closed',
      ] as const),
      purpose: `${words.statement(random.pick)} ${words.statement(random.pick)}`,
      localImpact: words.statement(random.pick),
      regulatorySide: random.chance(0.5) ? words.statement(random.pick) : '',
      askedOfBody: random.pick([
        'Recueillir un avis.',
        'Informer les membres.',
        'Arrêter une position commune.',
      ]),
    })
  }
}

function fillWatch(rows: DemoRows, random: Random, at: number, years: number, end: string): void {
  const count = 1000 * years
  for (let index = 0; index < count; index += 1) {
    const nature = random.pick(['decret', 'arrete', 'ordonnance', 'loi', 'circulaire', 'avis'] as const)
    const isDraft = random.chance(0.05)
    const published = addDays(end, -Math.floor(((count - index) * years * 365) / count) + (isDraft ? 60 : 0))
    const year = published.slice(2, 4)
    const sequence = String(90_000 + (index % 10_000)).padStart(5, '0')
    rows.watchItem.push({
      ...blankText,
      id: random.id(at + index),
      version: 1,
      nature,
      // What differs comes first: lists cut the end.
      title: `${withCapital(random.pick(words.themes))} du projet ${quoted(random.pick(words.projectNames))}, texte d’exemple`,
      // Identifiers that cannot exist: no ministry has the letters ZZZ, no number of the year reaches 90 000.
      number:
        nature === 'arrete' || nature === 'circulaire' || isDraft
          ? ''
          : `${published.slice(0, 4)}-${sequence}`,
      nor: isDraft
        ? ''
        : `ZZZZ${year}${sequence}${{ decret: 'D', arrete: 'A', ordonnance: 'R', loi: 'L', circulaire: 'C', avis: 'V' }[nature]}`,
      ministry: 'Ministère de l’exemple',
      status: isDraft ? 'draft' : random.chance(0.05) ? 'repealed' : 'inForce',
      // Of texts that are out, most were dealt with; what waits are drafts.
      followUp: random.pick(
        isDraft
          ? (['toPresent', 'toFollow', 'toFollow', 'presented', 'presented', 'closed', 'closed'] as const)
          : (['presented', 'closed'] as const),
      ),
      publishedOn: isDraft ? null : published,
      inForceOn: isDraft ? null : addDays(published, 1),
      appliesOn: random.chance(0.3) ? addDays(published, random.between(30, 400)) : null,
      audience: random.pick(words.audiences),
      consequences: words.statement(random.pick),
      sourceUrl: '',
    })
  }
}
