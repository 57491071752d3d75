// From every screen the palette leads to what can be done, and to that alone: in each state that a meeting of the sample
// goes through, each of its lines is looked for on the screen that it leads to, and each act of that screen in the palette.
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { Suspense } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bridge, Output } from '../../electron/contract/index.ts'
import { fold } from '../../electron/domain/text/fold.ts'
import { civilDate } from '../../electron/domain/time/civil-date.ts'
import type { Act } from '../../renderer/acts/act.ts'
import { onItsScreen } from '../../renderer/acts/suits.ts'
import { scopesOnScreen } from '../../renderer/acts/use-acts.ts'
import { scopesWithPlace } from '../../renderer/app/every-scope.ts'
import type { PlaceId } from '../../renderer/app/paths.ts'
import { type Route, routes } from '../../renderer/app/routes.ts'
import { type Deed, deedsFor } from '../../renderer/features/home/search/deeds.ts'
import { MeetingFrame } from '../../renderer/features/meetings/MeetingFrame.tsx'
import { agendaText } from '../../renderer/text/agenda.ts'
import { corrigendumText } from '../../renderer/text/approval.ts'
import { archiveText } from '../../renderer/text/archive.ts'
import { dispatchKindText } from '../../renderer/text/dispatch.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { bookText } from '../../renderer/text/meeting-book.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import { placeText } from '../../renderer/text/place.ts'
import { repliesText, roomPaperText } from '../../renderer/text/replies.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { putInSession } from '../put-in-session.ts'
import { minutesTo } from './held-minutes.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

// jsdom draws nothing: pages are seen in the window.
vi.mock('../../renderer/features/documents/PdfView.tsx', () => ({ PdfView: () => <p>pages</p> }))

const today = civilDate(new Date())
let core: RealCore
/** The one that goes through its states, two that were sealed, one held without a note. */
let meetingId: string
let sealedId: string
let otherSealedId: string
let bareId: string
beforeAll(async () => {
  let isLoaded = false
  core = await openRealCore({
    shell: { 'presenter.window': () => ({ isOpen: false }) },
    // The model stands for the pages that the sample has kept.
    runJob: async (_, input) => {
      if (isLoaded) throw new Error('no job in this test')
      return { bytes: new TextEncoder().encode(JSON.stringify(input)), pageCount: 1, undrawn: [] } as never
    },
  })
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  Element.prototype.scrollIntoView = () => undefined
  await core.ok('sample.load', {})
  isLoaded = true
  const meetings = await core.ok('meetings.list', { year: null })
  meetingId = meetings.find(({ state }) => state === 'planned')?.id ?? ''
  const sealed = meetings.filter(({ minutesState }) => minutesState === 'approved')
  sealedId = sealed[0]?.id ?? ''
  otherSealedId = sealed[1]?.id ?? ''
  const bare = await core.ok('meetings.create', { fields: { date: today }, fromTemplate: true })
  bareId = bare.id
  await core.ok('meetings.setState', { id: bareId, version: bare.version, state: 'held' })
})
afterAll(() => core.dispose())

/** What the palette leads to for one meeting, whichever screen is shown. */
function deedsOf(meetings: Output<'meetings.list'>, id: string): Deed[] {
  return deedsFor(meetings, {
    scopes: scopesWithPlace,
    shownId: id,
    asked: { when: null, meetingNumber: null },
    isTeam: false,
  }).filter(({ meeting }) => meeting?.id === id)
}

const named = (kind: string, name: string | RegExp) => screen.queryAllByRole(kind, { name }).length > 0
const button = (name: string | RegExp) => named('button', name)
const line = (name: string) => screen.queryAllByRole('row').some((row) => row.textContent?.includes(name))
const isOffered = (id: string) =>
  scopesOnScreen()
    .flatMap(({ acts }) => acts())
    .some((one) => one.id === id && one.isOffered && one.off === null)

/** Where on the screen it is done that is no declared act of it. */
const doneBy: Readonly<Record<string, () => boolean>> = {
  'Préparer la convocation': () => line(dispatchKindText.convocation),
  'Relancer les membres sans réponse': () => button(/^Relancer/),
  'Noter les réponses des membres': () => named('grid', repliesText.list),
  [roomPaperText.signInSheet]: () => button(roomPaperText.signInSheet),
  [roomPaperText.nameCards]: () => button(roomPaperText.nameCards),
  [roomPaperText.welcomeList]: () => button(roomPaperText.welcomeList),
  'Publier l’ordre du jour': () => isOffered('agenda.state.publish'),
  'Exporter l’ordre du jour…': () => isOffered('agenda.faces.save'),
  'Envoyer le projet à la présidence': () => line(dispatchKindText.agendaDraft),
  'Joindre un document à la séance': () => button(/^Joindre/),
  'Dossier de séance': () => button(bookText.open),
  'Ouvrir la séance': () => button(sessionText.open),
  'Faire l’appel': () => button(sessionText.open) || isOffered('session.attendance'),
  'Prendre des notes en séance': () => button(sessionText.open) || named('textbox', 'Noter'),
  'Suivre le rétroplanning': () => named('complementary', agendaText.faces.names.preparation),
  'Changer la date de la séance': () => isOffered('meeting.move'),
  'Rédiger le compte rendu': () => button(minutesText.start) || named('region', minutesText.text),
  'Exporter le compte rendu': () => button(documentText.save) || isOffered('minutes.preview'),
  'Approuver le compte rendu': () => isOffered('minutes.state.approve'),
  [corrigendumText.add]: () => button(corrigendumText.add),
  [archiveText.exportSeda]: () => button(archiveText.exportSeda),
}

/** The acts of a scope whose rows each bind them, or that have another button there. */
const rowsOf: Readonly<Record<string, () => boolean>> = {
  'agenda.item': () => screen.queryAllByRole('row').length > 0,
  'session.item': () => button(/^Actes sur le point/),
  attendance: () => isOffered('session.attendance'),
  notebook: () => button(/carnet/),
}
/** They wait for the meeting to be opened. */
const onceOpen: ReadonlySet<string> = new Set(['session.presenter', 'session.position'])

const wordsOf = ({ label, short }: Act<never>) => fold(typeof label === 'string' ? label : (short ?? ''))

/** Those of a screen that cannot be done on it. */
function impossible(deeds: readonly Deed[], place: PlaceId): string[] {
  const isThere = ({ label }: Deed): boolean => {
    if (label === placeText[place]) return true
    const own = doneBy[label]
    if (own !== undefined) return own()
    return scopesWithPlace
      .filter((scope) => scope.place === place)
      .flatMap((scope) => Object.entries(scope.acts).map(([name, one]) => ({ scope: scope.name, name, one })))
      .filter(({ one }) => wordsOf(one) === fold(label))
      .some(
        ({ scope, name }) =>
          isOffered(`${scope}.${name}`) ||
          rowsOf[scope]?.() === true ||
          (onceOpen.has(`${scope}.${name}`) && button(sessionText.open)),
      )
  }
  return deeds.filter((deed) => !isThere(deed)).map(({ label, place: at }) => `${at}: ${label}`)
}

/** Acts of the screen that the palette does not lead to for this meeting. */
function unfound(deeds: readonly Deed[], place: PlaceId): string[] {
  const labels = new Set(deeds.map(({ label }) => fold(label)))
  return scopesOnScreen().flatMap(({ scope, acts }) => {
    if (scope.place !== place) return []
    const declared: Readonly<Record<string, Act<never>>> = scope.acts
    return acts().flatMap(({ id, isOffered, off, reads, icon }) => {
      const one = declared[id.slice(scope.name.length + 1)]
      // What its words are now is known there alone.
      if (one === undefined || one.suits === onItsScreen || typeof one.label !== 'string') return []
      const words = wordsOf(one)
      const isDone = isOffered && off === null && !reads && icon !== undefined
      return isDone && words !== '' && !labels.has(words) ? [`${place}: ${words}`] : []
    })
  })
}

async function shown(id: string, place: PlaceId): Promise<void> {
  cleanup()
  const { page, tab } = routes[place] as Route
  const Page = page()
  const props = { meetingId: id, place, focusId: null }
  window.location.hash = `#/seances/${id}`
  core.show(
    <Suspense fallback={null}>
      <MeetingFrame meetingId={id} place={place} tab={tab ?? 'agenda'}>
        <Page {...props} />
      </MeetingFrame>
    </Suspense>,
  )
  await act(async () => undefined)
}

const places = [
  'agenda',
  'preparation',
  'attachments',
  'participants',
  'dispatch',
  'session',
  'notebooks',
  'minutes',
] as const satisfies readonly PlaceId[]

/** From now on the window reads a meeting as one that was taken over, and opened to corrections. */
function readTakenOver(id: string): void {
  const { seances } = window
  const call: Bridge['call'] = async (method, ...sent) => {
    const answer = await seances.call(method, ...sent)
    if (!answer.ok || method !== 'meetings.get') return answer
    const read: unknown = answer.value
    const file = read as Output<'meetings.get'>
    if (file.meeting.id !== id) return answer
    const opened: unknown = { ...file, meeting: { ...file.meeting, takenOver: 'unlocked' } }
    return { ok: true, value: opened as Output<typeof method> }
  }
  Object.defineProperty(window, 'seances', { value: { ...seances, call }, configurable: true })
}

/** Walks the screens of a meeting; returns how many lines were found there. */
async function walk(id: string, isTakenOver = false): Promise<number> {
  const listed = await core.ok('meetings.list', { year: null })
  const meetings = listed.map((one) =>
    isTakenOver && one.id === id ? { ...one, takenOver: 'unlocked' as const } : one,
  )
  const deeds = deedsOf(meetings, id)
  // Nobody sits in one that was taken over.
  const own = places.filter((place) => !isTakenOver || (place !== 'session' && place !== 'notebooks'))
  expect(deeds.filter(({ place }) => !own.some((one) => one === place))).toEqual([])
  for (const place of own) {
    const there = deeds.filter((deed) => deed.place === place)
    await shown(id, place)
    await waitFor(() => expect([...impossible(there, place), ...unfound(there, place)]).toEqual([]), {
      timeout: 10_000,
    })
  }
  return deeds.length
}

const setMeeting = async (state: 'convened' | 'held') => {
  const { meeting } = await core.ok('meetings.get', { id: meetingId })
  await core.ok('meetings.setState', { id: meetingId, version: meeting.version, state })
}

describe('the palette leads to what can be done, and finds it', () => {
  it.each([
    ['planned', async () => undefined],
    ['convened', () => setMeeting('convened')],
    ['in session', () => putInSession(core.ok, meetingId)],
    ['held, its minutes in drafting', () => core.ok('session.close', { meetingId })],
    ['in internal review', () => minutesTo(core, meetingId, 'internalReview')],
    ['in review', () => minutesTo(core, meetingId, 'review')],
    ['validated', () => minutesTo(core, meetingId, 'validated')],
  ])('of a meeting that is %s', async (_, to) => {
    await to()
    expect(await walk(meetingId)).toBeGreaterThan(20)
  })

  it('of a meeting whose minutes are sealed', async () => {
    expect(await walk(sealedId)).toBeGreaterThan(15)
  })

  it('of a meeting that was taken over, opened to corrections, and whose minutes were then sealed', async () => {
    readTakenOver(otherSealedId)
    expect(await walk(otherSealedId, true)).toBeGreaterThan(15)
  })

  it('of a meeting that was held, and noted by nobody', async () => {
    expect(await walk(bareId)).toBeGreaterThan(15)
  })

  it('and the walk sees what cannot be done, and what is not found', async () => {
    const meetings = await core.ok('meetings.list', { year: null })
    const asIf = meetings.map((one) => ({ ...one, state: 'planned' as const, minutesState: null }))
    await shown(sealedId, 'agenda')
    const planted = deedsOf(asIf, sealedId).filter(({ place }) => place === 'agenda')
    await screen.findAllByRole('row')
    expect(impossible(planted, 'agenda')).toContain('agenda: Ajouter une pause')
    await shown(bareId, 'agenda')
    await screen.findAllByRole('row')
    expect(unfound([], 'agenda')).toContain('agenda: ajouter une pause')
  })
})
