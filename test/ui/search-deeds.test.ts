// What other screens declare to be done, and the sections of the settings, are lines of the palette wherever one is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { readAct } from '../../electron/domain/search/query.ts'
import { fold } from '../../electron/domain/text/fold.ts'
import { onItsScreen } from '../../renderer/acts/suits.ts'
import { scopesWithPlace } from '../../renderer/app/every-scope.ts'
import { settingsGroups } from '../../renderer/app/settings-sections.ts'
import { commandEntries } from '../../renderer/features/home/search/command-entries.ts'
import { deedsFor } from '../../renderer/features/home/search/deeds.ts'
import { corrigendumText } from '../../renderer/text/approval.ts'
import { archiveText } from '../../renderer/text/archive.ts'
import { meetingDeskText } from '../../renderer/text/meeting-desk.ts'
import { placeText } from '../../renderer/text/place.ts'
import { roomPaperText } from '../../renderer/text/replies.ts'
import { deedText } from '../../renderer/text/search.ts'
import { sessionText } from '../../renderer/text/session.ts'

const TODAY = '2026-11-24'
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T09:00:00Z`) })
})
afterEach(() => {
  vi.useRealTimers()
})

type Listed = Output<'meetings.list'>[number]
const meeting = (
  id: string,
  date: string,
  number: number,
  state: Listed['state'],
  minutesState: Listed['minutesState'] = null,
) => ({ id, date, number, state, minutesState, takenOver: null, itemCount: 9 }) as Listed
const meetings = [
  meeting('janvier', '2026-01-15', 1, 'held', 'approved'),
  meeting('mars', '2026-03-12', 3, 'held', 'validated'),
  meeting('novembre', '2026-11-12', 11, 'held', 'review'),
  meeting('decembre', '2026-12-10', 12, 'planned'),
  meeting('ouverte', '2026-12-15', 13, 'inSession', 'drafting'),
]

function deedsOf(typed: string, isTeam = false) {
  return deedsFor(meetings, {
    scopes: scopesWithPlace,
    shownId: null,
    asked: readAct(typed, TODAY),
    isTeam,
  })
}
const shown = (typed: string) =>
  commandEntries(typed, deedsOf(typed), []).map(({ parts, end }) => ({
    label: parts.map(({ text }) => text).join(''),
    end,
  }))

describe('the palette, from any screen', () => {
  it('has the attendance sheet first for who asks for the attendance list', () => {
    expect(shown('liste de présence')[0]?.label).toBe(roomPaperText.signInSheet)
  })

  it.each([
    ...['reprise anciennes', 'anciennes reprises', 'Reprise ancienne', 'existante reprise'],
    ...['anciennes séances', 'ancien compte rendu reprise', 'reprendre anciennes'],
  ])('finds the old files by « %s », whatever the order and the forms', (typed) => {
    expect(
      shown(typed)
        .slice(0, 3)
        .map(({ label }) => label),
    ).toContain(placeText.oldFiles)
  })

  it.each([
    ['présente', 'présents', roomPaperText.signInSheet],
    ['présentes', 'présents', roomPaperText.signInSheet],
    ['signée', 'signé', roomPaperText.signInSheet],
    ['signées', 'signés', roomPaperText.signInSheet],
    ['ouverte', 'ouvrir', 'Ouvrir la séance'],
    ['ouvertes', 'ouvrir', 'Ouvrir la séance'],
  ])('finds by « %s » what it finds by « %s »', (typed, other, label) => {
    const [found, asOther] = [typed, other].map((words) => shown(words).map((one) => one.label))
    expect(asOther).toContain(label)
    expect(found).toEqual(expect.arrayContaining(asOther ?? []))
  })

  it('finds the old files by no other word', () => {
    expect(shown('anciennes imprimantes')).toEqual([])
  })

  it('finds each act with an icon that another screen declares, under its own words', () => {
    const declared = scopesWithPlace.flatMap(({ acts, place }) =>
      Object.values(acts).flatMap(({ label, short, icon, suits }) =>
        icon === undefined || place === null || suits === onItsScreen
          ? []
          : [{ words: typeof label === 'string' ? label : short, place }],
      ),
    )
    expect(declared.length).toBeGreaterThan(80)
    for (const { words, place } of declared) {
      if (words === undefined) continue
      const found = shown(words).map(({ label, end }) => `${fold(label)}, ${end}`)
      expect(found).toContain(`${fold(words)}, ${placeText[place]}`)
    }
  })

  it('offers nothing that the state of the meeting it is for rules out', () => {
    const approved = meeting('mars', '2026-03-12', 3, 'held', 'approved')
    const running = meeting('decembre', '2026-12-10', 12, 'inSession', 'drafting')
    const labels = (typed: string, list: typeof meetings) =>
      deedsFor(list, {
        ...{ scopes: scopesWithPlace, shownId: null, isTeam: false },
        asked: readAct(typed, TODAY),
      }).map(({ label }) => label)
    const sealed = ['Rédiger le compte rendu', 'Approuver le compte rendu']
    const before = ['Ouvrir la séance', 'Publier l’ordre du jour', meetingDeskText.remove]
    expect(labels('compte rendu mars', meetings)).toEqual(expect.arrayContaining(sealed))
    for (const label of sealed) expect(labels('compte rendu mars', [approved])).not.toContain(label)
    expect(labels('séance', meetings)).toEqual(expect.arrayContaining(before))
    for (const label of before) expect(labels('séance', [running])).not.toContain(label)
  })

  it('offers of a meeting that was taken over what its lock and its seal leave', () => {
    const offered = (takenOver: Listed['takenOver'], minutesState: Listed['minutesState']) => {
      const one = { ...meeting('mars', '2026-03-12', 3, 'held', minutesState), takenOver }
      const deeds = deedsFor([one], {
        ...{ scopes: scopesWithPlace, shownId: null, isTeam: false },
        asked: readAct('', TODAY),
      }).map(({ label }) => label)
      const looked = {
        write: 'Rédiger le compte rendu',
        approve: 'Approuver le compte rendu',
        correct: corrigendumText.add,
        archive: archiveText.exportSeda,
      }
      return Object.entries(looked).flatMap(([name, label]) => (deeds.includes(label) ? [name] : []))
    }
    expect(offered('locked', 'validated')).toEqual([])
    expect(offered('unlocked', 'validated')).toEqual(['write', 'approve'])
    expect(offered('unlocked', 'approved')).toEqual(['correct', 'archive'])
    expect(offered('locked', 'approved')).toEqual(['archive'])
  })

  it('leads to the meeting that an act can be done for, where the nearest is none', () => {
    const placeOf = (wanted: string) => deedsOf('').find(({ label }) => label === wanted)?.meeting?.id
    expect(placeOf(corrigendumText.add)).toBe('janvier')
    expect(placeOf('Approuver le compte rendu')).toBe('mars')
    expect(placeOf('Préparer la convocation')).toBe('decembre')
    expect(placeOf(sessionText.close)).toBe('ouverte')
  })

  it('finds each section of the settings by its title and by each of its other words', () => {
    for (const { title, synonyms } of settingsGroups.flatMap(({ sections }) => sections))
      for (const typed of [title, ...synonyms.split(' ').filter((word) => word.length > 3)])
        expect(shown(typed)).toContainEqual({ label: title, end: placeText.settings })
  })

  it.each(['décret', 'arrêté', 'loi'])(
    'leads by « %s » to the texts, and not to the size of letters',
    (typed) => {
      const labels = shown(typed).map(({ label }) => label)
      expect(labels).toContain('Suivre un texte')
      expect(labels.join()).not.toMatch(/Texte|Taille/)
    },
  )

  it('says nothing twice: a line of its own is none that a screen declares', () => {
    const declared = new Set(
      scopesWithPlace.flatMap(({ acts, place }) =>
        Object.values(acts).map(({ label }) => `${place} ${typeof label === 'string' ? fold(label) : ''}`),
      ),
    )
    const twice = deedText.filter(({ label, place }) => declared.has(`${place} ${fold(label)}`))
    expect(twice.map(({ label }) => label)).toEqual([])
  })

  it('leads to the meeting, or the year, that is said beside an act', () => {
    const addressOf = (typed: string, wanted: string) =>
      deedsOf(typed).find(({ label }) => label === wanted)?.address
    expect(addressOf('feuille d’émargement', 'Feuille d’émargement')).toContain('/decembre/')
    expect(addressOf('exporter l’ordre du jour de mars', 'Exporter l’ordre du jour…')).toContain('/mars/')
    expect(addressOf('exporter le compte rendu n° 3', 'Exporter le compte rendu')).toContain('/mars/')
    expect(addressOf('exporter le compte rendu', 'Exporter le compte rendu')).toContain('/novembre/')
    expect(addressOf('bilan 2025', 'Faire le bilan de l’année')).toBe('#/bilan?id=2025')
    expect(shown('bilan 2025')).toContainEqual({ label: 'Faire le bilan de l’année', end: 'Bilan' })
  })

  it('shows no act for a period alone, and nothing that a team does not do', () => {
    expect(shown('octobre 2024')).toEqual([])
    expect(deedsOf('', true).filter(({ place }) => place === 'handOver')).toEqual([])
    expect(deedsOf('', true).filter(({ label }) => label === placeText.handOver)).toEqual([])
  })
})
