import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { DispatchDocument } from '../../electron/domain/dispatch/dispatch.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type FollowUpWorld, followUpWorld } from './follow-up-world.ts'
import { minutesOf, writeExchanges } from './minutes-world.ts'

let world: FollowUpWorld
beforeEach(async () => {
  world = await followUpWorld()
})
afterEach(() => world.opened.dispose())

/** The page of an item of a coming meeting that speaks of the project of the first item of November. */
async function page(outcome: 'prisActe' | 'nonTraite' = 'prisActe') {
  const { opened, november } = world
  await writeExchanges(opened, november, 'L’ACD demande un bilan. Le calendrier est tenu.')
  await world.action('Publier le guide', { owner: 'Hélène Marchetti', dueDate: '2026-12-01' })
  const [earlier] = (await minutesOf(opened, november)).sections
  const { id = '', version = 0 } = earlier ?? {}
  await opened.ok('minutes.updateSection', { id, version, patch: { outcome } })
  const projectId = newId()
  const asked = { title: 'Annuaire partagé', askedOfBody: 'Choisir un format.' }
  await opened.ok('projects.add', { id: projectId, fields: asked })
  await opened.ok('agenda.link', { itemId: earlier?.itemId ?? '', kind: 'project', targetId: projectId })
  await world.approve(november)
  const meeting = await opened.ok('meetings.create', { fields: { date: '2027-02-11' }, fromTemplate: false })
  const meetingId = meeting.id
  const itemId = newId()
  const fields = { title: 'Annuaire, suite', note: 'Rester bref.' }
  await opened.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  await opened.ok('agenda.link', { itemId, kind: 'project', targetId: projectId })
  const { bytes, fileName } = await opened.ok('documents.render', { kind: 'chairBrief', meetingId })
  const model = await modelInPdf(bytes)
  if (model?.kind !== 'chairBrief') throw new Error('the model is not inside')
  const rows = (heading: string) => {
    const part = model.pages[0]?.parts.find((one) => one.heading === heading)
    return part?.table?.rows ?? part?.lines
  }
  return { rows, fileName, words: JSON.stringify(model) }
}

describe('the page of the chair', () => {
  it('tells what earlier meetings know of the project of an item', async () => {
    const { rows, fileName } = await page()
    expect(fileName).toMatch(/^2027-02-11_PRESIDENCE_INP/)
    expect(rows('Ce qui est attendu aujourd’hui')).toEqual([
      'Annuaire partagé. Choisir un format.',
      'Rester bref.',
    ])
    expect(rows('Ce qui a été dit')).toEqual([
      [
        'Association des communes de démonstration',
        'L’ACD demande un bilan.',
        expect.stringMatching(/12.novembre 2026, compte rendu approuvé$/),
      ],
    ])
    expect(rows('Promesses et actions')).toEqual([
      expect.arrayContaining(['Publier le guide', 'Hélène Marchetti', 'Non tenue, 50\u00a0j de retard']),
    ])
  })

  it.each([
    ['prisActe', true],
    ['nonTraite', false],
  ] as const)('says that the matter was dealt with where it was: %s, %s', async (outcome, isTold) => {
    expect((await page(outcome)).words.includes('Déjà traité')).toBe(isTold)
  })

  it('counts the observations on the minutes that an item names, and on no others', async () => {
    const { opened, november, december } = world
    const [first] = (await minutesOf(opened, november)).sections
    for (const state of ['open', 'refused', 'accepted'] as const) {
      const id = newId()
      const fields = {
        ...{ itemId: first?.itemId ?? null, organisation: 'ACD', author: '', place: '' },
        ...{ beforeText: '', afterText: '', comment: 'Trop court.' },
      }
      const of = { id, meetingId: november, paper: 'minutes', circle: 'members', fields } as const
      const { version } = await opened.ok('observations.add', of)
      if (state !== 'open')
        await opened.ok('observations.update', { id, version, patch: { state, answer: 'Vu.' } })
    }
    const said = async (about: string) => {
      const { number } = (await opened.ok('meetings.get', { id: about })).meeting
      return saidIn(null, `Approbation du compte rendu de la séance n° ${number}`)
    }
    const saidIn = async (seriesId: string | null, title: string) => {
      const fields = { date: '2027-02-11' }
      const { id: meetingId, version } = await opened.ok('meetings.create', { fields, fromTemplate: false })
      if (seriesId !== null)
        await opened.ok('meetings.update', { id: meetingId, version, patch: { seriesId } })
      const item = { id: newId(), meetingId, parentId: null, afterId: null }
      await opened.ok('agenda.add', { ...item, fields: { title, nature: 'approbation' } })
      const model = await modelInPdf(
        (await opened.ok('documents.render', { kind: 'chairBrief', meetingId })).bytes,
      )
      if (model?.kind !== 'chairBrief') throw new Error('the model is not inside')
      return model.pages[0]?.parts[0]?.lines[1]
    }
    expect(await said(november)).toBe(
      '3\u00a0observations sur ce compte rendu, dont 1\u00a0refusée et 1 sans réponse.',
    )
    const three = /^3\u00a0observations sur ce compte rendu,/
    for (const words of ['du 12 novembre', 'n° 1 (observations reçues jusqu’au 5 janvier 2027)'])
      expect(await saidIn(null, `Approbation du compte rendu de la séance ${words}`)).toMatch(three)
    expect(await saidIn(null, 'Approbation des comptes rendus des séances n° 1 et n° 2')).toMatch(
      /^3\u00a0observations sur ces comptes rendus,/,
    )
    expect(await said(december)).toBe('Aucune observation sur ce compte rendu.')
    // Another series numbers its meetings too.
    const { number } = (await opened.ok('meetings.get', { id: november })).meeting
    const seriesId = newId()
    const series = {
      ...{ name: 'Comité', rule: { ordinal: 2 as const, weekday: 4, months: [2] }, chair: '', secretary: '' },
      ...{ startTime: '14:00', endTime: '16:00', mode: 'hybride' as const, place: '', videoLink: '' },
    }
    await opened.ok('series.add', { id: seriesId, fields: series })
    for (const title of [`Approbation du compte rendu n° ${number}`, 'Approbation du compte rendu'])
      expect(await saidIn(seriesId, title)).toBeUndefined()
  })

  it('is no document of any message', () => {
    expect(DispatchDocument.shape.kind.safeParse('chairBrief').success).toBe(false)
  })
})
