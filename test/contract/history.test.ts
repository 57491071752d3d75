import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

/** Everything a person can see of a meeting, without the versions, which only ever rise. */
async function seen(meetingId: string): Promise<unknown> {
  const envelope = await opened.core.call('meetings.get', { id: meetingId })
  return JSON.parse(
    JSON.stringify(envelope, (key, value: unknown) => (key === 'version' ? undefined : value)),
  )
}

describe('what several people did, one after another', () => {
  const people = { who: 'Léa' }
  let shared: OpenedCore
  beforeEach(async () => {
    people.who = 'Léa'
    shared = await openTestCore(people)
  })
  afterEach(() => shared.dispose())

  const become = async (who: string) => {
    people.who = who
    await shared.restart()
  }
  const add = async (title: string) => {
    const id = newId()
    await shared.ok('projects.add', { id, fields: { title } })
    return id
  }
  const titles = async () => (await shared.ok('projects.list', {})).map(({ title }) => title).sort()
  const rename = async (id: string, title: string) => {
    const row = (await shared.ok('projects.list', {})).find((one) => one.id === id)
    await shared.ok('projects.update', { id, version: row?.version ?? 0, patch: { title } })
  }

  it('is taken back by whoever did it, the newest of theirs first', async () => {
    await add('Annuaire de Léa')
    await become('Noé')
    const offered = await shared.ok('history.state', {})
    expect(offered).toEqual({ undo: null, redo: null })
    expect(await shared.refused('history.undo', {})).toBe('nothing-to-undo')
    await add('Guide de Noé')
    await become('Léa')
    expect((await shared.ok('history.state', {})).undo?.who).toBe('Léa')
    await shared.ok('history.undo', {})
    expect(await titles()).toEqual(['Guide de Noé'])
  })

  it('is told with the write that left it, and is no other', async () => {
    const { id } = await shared.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: true })
    const noted = { id: newId(), fields: { name: 'Usagers' } }
    const newest = async () => (await shared.ok('history.state', {})).undo?.seq
    const write = await shared.core.call('directory.addCollege', noted)
    expect(write).toEqual({ ok: true, value: expect.anything(), seq: await newest() })
    // Asked again it does nothing.
    expect(await shared.core.call('directory.addCollege', noted)).toMatchObject({ ok: true, seq: null })
    const file = { fileName: 'note.txt', bytes: new TextEncoder().encode('Une note') }
    const long = await shared.core.call('attachments.add', { meetingId: id, itemId: null, file })
    expect(long).toMatchObject({ ok: true, seq: await newest() })
    expect(await shared.core.call('history.undo', {})).toMatchObject({ ok: true, seq: null })
    expect(await shared.core.call('meetings.get', { id })).not.toHaveProperty('seq')
  })

  it('is taken back under its number, as long as nothing was done since', async () => {
    await add('Annuaire')
    const { undo } = await shared.ok('history.state', {})
    await add('Guide')
    expect(await shared.refused('history.undo', { seq: undo?.seq ?? 0 })).toBe('act-passed')
    expect(await titles()).toEqual(['Annuaire', 'Guide'])
    await shared.ok('history.undo', {})
    await shared.ok('history.undo', { seq: undo?.seq ?? 0 })
    expect(await titles()).toEqual([])
  })

  it('is done again by whoever took it back, whatever others wrote meanwhile', async () => {
    await add('Annuaire de Léa')
    await shared.ok('history.undo', {})
    await become('Noé')
    expect(await shared.refused('history.redo', {})).toBe('nothing-to-redo')
    await add('Guide de Noé')
    await become('Léa')
    await shared.ok('history.redo', {})
    expect(await titles()).toEqual(['Annuaire de Léa', 'Guide de Noé'])
  })

  it('stays when somebody built on it', async () => {
    const id = await add('Annuaire de Léa')
    await become('Noé')
    await rename(id, 'Annuaire commun')
    await become('Léa')
    expect(await shared.refused('history.undo', {})).toBe('undo-conflict')
    expect(await titles()).toEqual(['Annuaire commun'])
  })

  it('stays when a row of somebody speaks of it', async () => {
    const id = await add('Annuaire de Léa')
    await become('Noé')
    await shared.ok('projects.addStep', {
      id: newId(),
      projectId: id,
      fields: { label: 'Essai', plannedOn: null, doneOn: null },
    })
    await become('Léa')
    expect(await shared.refused('history.undo', {})).toBe('undo-conflict')
    expect(await titles()).toEqual(['Annuaire de Léa'])
  })

  it('is one entry each, however soon one wrote after the other', async () => {
    const id = await add('Annuaire')
    for (const who of ['Léa', 'Noé']) {
      await become(who)
      await rename(id, `Annuaire de ${who}`)
    }
    await shared.ok('history.undo', {})
    expect(await titles()).toEqual(['Annuaire de Léa'])
  })
})

describe('undo', () => {
  it('refuses politely when there is nothing', async () => {
    expect(await opened.refused('history.undo', {})).toBe('nothing-to-undo')
    expect(await opened.refused('history.redo', {})).toBe('nothing-to-redo')
  })

  it('takes a removed branch back with everything that hung on it, after a restart too', async () => {
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: true,
    })
    const parent = newId()
    await opened.ok('agenda.add', {
      id: parent,
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title: 'Projets' },
    })
    await opened.ok('agenda.add', {
      id: newId(),
      meetingId,
      parentId: parent,
      afterId: null,
      fields: { title: 'Annuaire', durationMinutes: 20 },
    })
    const project = newId()
    await opened.ok('projects.add', { id: project, fields: { title: 'Annuaire partagé' } })
    await opened.ok('agenda.link', { itemId: parent, kind: 'project', targetId: project })
    await opened.ok('minutes.start', { meetingId })
    const before = await seen(meetingId)
    const { items } = await opened.ok('agenda.list', { meetingId })
    const version = items.find((item) => item.id === parent)?.version ?? 0
    await opened.ok('agenda.remove', { id: parent, version })
    const after = await seen(meetingId)
    expect(after).not.toEqual(before)
    await opened.restart()
    await opened.ok('history.undo', {})
    expect(await seen(meetingId)).toEqual(before)
    expect((await opened.ok('agenda.list', { meetingId })).links).toHaveLength(1)
    await opened.ok('history.redo', {})
    expect(await seen(meetingId)).toEqual(after)
  })

  it('takes a burst of typing back at once, and a new write ends the redo line', async () => {
    const { id: meetingId } = await opened.ok('meetings.create', {
      fields: { date: '2026-12-10' },
      fromTemplate: false,
    })
    const { sections } = await opened.ok('minutes.start', { meetingId })
    expect(sections).toEqual([])
    let version = (await opened.ok('meetings.get', { id: meetingId })).meeting.version
    for (const place of ['S', 'Sa', 'Sal', 'Salle'])
      version = (await opened.ok('meetings.update', { id: meetingId, version, patch: { place } })).version
    const state = await opened.ok('history.undo', {})
    expect((await opened.ok('meetings.get', { id: meetingId })).meeting.place).toBe('')
    expect(state.redo?.method).toBe('meetings.update')
    const { version: now } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.update', { id: meetingId, version: now, patch: { chair: 'Hélène Marchetti' } })
    expect(await opened.refused('history.redo', {})).toBe('nothing-to-redo')
  })

  it('takes back a minute of typing at most, in one paragraph, and loses no wording that was seen', async () => {
    const clock = { now: Date.parse('2026-12-10T09:00:00.000Z') }
    const typed = await openTestCore({ clock: () => new Date(clock.now) })
    try {
      const { id: meetingId } = await typed.ok('meetings.create', {
        fields: { date: '2026-12-10' },
        fromTemplate: true,
      })
      const [section] = (await typed.ok('minutes.start', { meetingId })).sections
      const id = section?.id ?? ''
      let version = section?.version ?? 1
      const type = async (seconds: number, ...paragraphs: string[]) => {
        clock.now += seconds * 1000
        const content = paragraphs.map((words) => ({
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: words }],
        }))
        const exchanges = { type: 'doc' as const, content }
        const patch = { exchanges }
        version = (await typed.ok('minutes.updateSection', { id, version, patch })).version
      }
      const entries = async () =>
        (await typed.ok('history.list', { meetingId, limit: 500 })).filter(
          ({ method, state }) => method === 'minutes.updateSection' && state === 'done',
        ).length
      const of = { kind: 'section' as const, id, field: 'exchanges' as const }
      const wordings = async () =>
        (await typed.ok('history.ofField', of)).map(({ value }) =>
          typeof value === 'string' ? value : plainText(value),
        )
      // Two hours, a save every ten seconds.
      const words = Array.from({ length: 721 }, (_, index) => 'mot '.repeat(index + 1).trim())
      for (const text of words) await type(10, text)
      expect(await entries()).toBeGreaterThanOrEqual(103)
      await type(61, 'Un.')
      const upTo = await entries()
      await type(5, 'Un.', 'Deux')
      await type(5, 'Un.', 'Deux, suite')
      await type(5, 'Un, repris.', 'Deux, suite')
      expect(await entries()).toBe(upTo + 2)
      const { redo } = await typed.ok('history.undo', {})
      expect(redo).toMatchObject({ method: 'minutes.updateSection', label: expect.any(String) })
      expect((await wordings()).slice(0, 2)).toEqual(['Un.\nDeux, suite', 'Un, repris.\nDeux, suite'])
      version =
        (await typed.ok('minutes.get', { meetingId }))?.sections.find((one) => one.id === id)?.version ?? 0
      await type(5, 'Autre chose')
      expect(await wordings()).toEqual(
        expect.arrayContaining(['Autre chose', 'Un, repris.\nDeux, suite', 'Un.\nDeux, suite', 'Un.\nDeux']),
      )
      expect((await wordings())[0]).toBe('Autre chose')
      // Within one burst: words only added to, or only shortened and gone on with, stand in a later or an earlier wording.
      await type(61, 'Le groupe est pour')
      const before = await entries()
      for (const text of ['Le groupe est', 'Le groupe', 'Le groupe est contre', 'Le groupe est contre, net.'])
        await type(4, text)
      await type(4, 'Le groupe')
      // A slip that is mended at once is no wording.
      await type(0.7, 'Le groupe s’asb')
      await type(0.7, 'Le groupe s’')
      await type(0.7, 'Le groupe s’abstient')
      await type(4, 'Le groupe s’abstient.')
      expect(await entries()).toBe(before)
      const burst = [
        'Le groupe s’abstient.',
        'Le groupe est contre, net.',
        'Le groupe est pour',
        'Autre chose',
      ]
      expect((await wordings()).slice(0, 4)).toEqual(burst)
      const [line] = await typed.ok('history.list', { meetingId, limit: 1 })
      expect(line?.rows).toMatchObject([
        { fields: [{ field: 'exchanges', before: 'Autre chose', after: 'Le groupe s’abstient.' }] },
      ])
      expect(line?.rowCount).toBe(1)
      await typed.ok('history.undo', {})
      const now = async () =>
        (await typed.ok('minutes.get', { meetingId }))?.sections.find((one) => one.id === id)?.exchanges
      expect(await now()).toMatchObject({ content: [{ content: [{ text: 'Autre chose' }] }] })
      expect(await wordings()).toEqual(expect.arrayContaining(burst))
      await typed.ok('history.redo', {})
      expect(await now()).toMatchObject({ content: [{ content: [{ text: 'Le groupe s’abstient.' }] }] })
    } finally {
      await typed.dispose()
    }
  }, 60_000)

  it('is the exact inverse of any sequence of edits', async () => {
    type Step = (meetingId: string) => Promise<unknown>
    const view = (meetingId: string) => opened.ok('agenda.list', { meetingId })
    const pick = async (meetingId: string, rank: number) => {
      const { items } = await view(meetingId)
      return items.length === 0 ? undefined : items[rank % items.length]
    }
    const step = fc.oneof(
      fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(9)).map(
        ([title, rank]): Step =>
          async (meetingId) => {
            const parent = await pick(meetingId, rank)
            return opened.core.call('agenda.add', {
              id: newId(),
              meetingId,
              parentId: rank % 3 === 0 ? (parent?.id ?? null) : null,
              afterId: null,
              fields: { title },
            })
          },
      ),
      fc.tuple(fc.nat(9), fc.nat(120)).map(
        ([rank, durationMinutes]): Step =>
          async (meetingId) => {
            const item = await pick(meetingId, rank)
            if (item)
              await opened.core.call('agenda.update', {
                id: item.id,
                version: item.version,
                patch: { durationMinutes },
              })
          },
      ),
      fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map(
        ([rank, under, index]): Step =>
          async (meetingId) => {
            const item = await pick(meetingId, rank)
            const parent = await pick(meetingId, under)
            if (item)
              await opened.core.call('agenda.move', {
                id: item.id,
                version: item.version,
                parentId: under % 2 === 0 ? null : (parent?.id ?? null),
                index,
              })
          },
      ),
      fc.nat(9).map(
        (rank): Step =>
          async (meetingId) => {
            const item = await pick(meetingId, rank)
            if (item) await opened.core.call('agenda.remove', { id: item.id, version: item.version })
          },
      ),
      fc.constant<Step>((meetingId) => opened.core.call('minutes.start', { meetingId })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { id } = await opened.ok('meetings.create', {
          fields: { date: '2026-12-10' },
          fromTemplate: false,
        })
        const images: unknown[] = [await seen(id)]
        const seqs: number[] = [(await opened.ok('history.state', {})).undo?.seq ?? 0]
        for (const run of steps) {
          await run(id)
          const seq = (await opened.ok('history.state', {})).undo?.seq ?? 0
          // A refused or merged step leaves no entry of its own.
          if (seq === seqs.at(-1)) continue
          const merged =
            (await opened.ok('history.list', { meetingId: id, limit: 500 })).length < images.length + 1
          if (merged) {
            images.pop()
            seqs.pop()
          }
          images.push(await seen(id))
          seqs.push(seq)
        }
        const forwards = [...images]
        for (let index = images.length - 2; index >= 0; index -= 1) {
          await opened.ok('history.undo', {})
          expect(await seen(id)).toEqual(images[index])
        }
        for (const image of forwards.slice(1)) {
          await opened.ok('history.redo', {})
          expect(await seen(id)).toEqual(image)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
