import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld, first } from './dispatch-world.ts'
import { invite } from './invite.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const meeting = async () => (await world.opened.ok('meetings.get', { id: world.meetingId })).meeting
const messageOf = async (id: string) => {
  const path = join(world.opened.folder, 'message.eml')
  const written = await world.opened.core.internal('writeDocument', {
    subject: { kind: 'message', id },
    format: 'eml',
    path,
  })
  if (!written.ok) throw new Error(written.error.code)
  return readFileSync(path)
}

describe('a convocation', () => {
  it('is prepared for the members of the day with its papers', async () => {
    const { dispatch, recipients, documents, warnings } = first(await world.prepare('convocation'))
    expect(recipients.map(({ name, field, reason }) => [name, field, reason])).toEqual([
      ['Hélène Marchetti', 'to', 'member'],
      ['Hélène Marchetti (secrétariat)', 'cc', 'assistant'],
      ['Paul Okonjo', 'to', 'member'],
      ['Inès Sauveterre', 'cc', 'deputy'],
    ])
    expect(dispatch.subject).toBe('IND – Convocation à la séance n°\u00a01 du jeudi 10\u00a0décembre 2026')
    expect(dispatch.body).toContain(
      'Lieu\u00a0: Salle 4, Paris\nVisioconférence\u00a0: https://visio.example/ind',
    )
    expect(dispatch.body).toContain(
      '1. Annuaire partagé (14\u00a0h)\n2. Archives numériques (14\u00a0h\u00a030)',
    )
    expect(dispatch.body).toMatch(/Le secrétariat de l’instance\n1, rue de l’Exemple$/)
    expect(dispatch.body).not.toMatch(/[{}]|undefined|null|\n\n\n/)
    expect(documents.map(({ kind }) => kind)).toEqual(['convocation', 'agenda', 'calendar'])
    expect(warnings).toEqual(['agenda-not-validated', 'agenda-not-published'])
  })

  it('is brought up to date instead of made twice, and keeps what was added by hand', async () => {
    const draft = first(await world.prepare('convocation')).dispatch
    const fields = {
      personId: null,
      name: 'Veille',
      organisation: '',
      email: 'veille@ind.example',
      field: 'cc' as const,
    }
    const id = newId()
    await world.opened.ok('dispatch.addRecipient', { id, dispatchId: draft.id, fields })
    await world.opened.ok('dispatch.addRecipient', { id, dispatchId: draft.id, fields })
    const again = first(await world.prepare('convocation'))
    expect(again.dispatch.id).toBe(draft.id)
    expect(again.recipients.filter(({ reason }) => reason === 'added')).toHaveLength(1)
    expect(await world.opened.ok('dispatch.list', { meetingId: world.meetingId })).toMatchObject([
      { recipientCount: 5, withoutAddressCount: 0, documentCount: 3, addressee: '' },
    ])
  })

  it('come upon on the way to it keeps what was written in it, and who was taken out, until it is made anew', async () => {
    const { dispatch, recipients } = first(await world.prepare('convocation'))
    const body = 'Mesdames, Messieurs,\n\nUn mot écrit à la main.'
    await world.opened.ok('dispatch.update', { id: dispatch.id, version: dispatch.version, patch: { body } })
    const out = recipients.at(-1)
    if (out === undefined) throw new Error('nobody')
    await world.opened.ok('dispatch.removeRecipient', { id: out.id, version: out.version })
    const less = await world.opened.ok('dispatch.setField', { id: dispatch.id, field: 'bcc' })
    const paper = less.documents.find(({ kind }) => kind === 'agenda')
    await world.opened.ok('dispatch.removeDocument', { id: paper?.id ?? '' })
    for (let turn = 0; turn < 2; turn++) {
      const again = first(await world.prepare('convocation'))
      expect(again.dispatch.body).toBe(less.dispatch.body)
      expect(again.dispatch.body).toContain('Un mot écrit à la main.')
      expect(again.recipients.map(({ name }) => name)).not.toContain(out.name)
      expect(again.recipients.map(({ field }) => field)).toEqual(again.recipients.map(() => 'bcc'))
      expect(again.documents.map(({ kind }) => kind)).toEqual(['convocation', 'calendar'])
    }
    const anew = first(
      await world.opened.ok('dispatch.prepare', {
        meetingId: world.meetingId,
        kind: 'convocation',
        itemId: null,
        draftId: dispatch.id,
      }),
    )
    expect(anew.dispatch.body).toBe(dispatch.body)
    expect(anew.recipients.map(({ name }) => name)).toContain(out.name)
  })

  it('come upon again is no change: undo takes back what was written in it', async () => {
    const [made] = await world.prepare('convocation')
    if (made === undefined) throw new Error('no message')
    const { dispatch } = made
    await world.opened.ok('dispatch.update', {
      id: dispatch.id,
      version: dispatch.version,
      patch: { subject: 'Objet récrit' },
    })
    const { undo } = await world.opened.ok('history.state', {})
    const [again] = await world.prepare('convocation')
    expect(again?.dispatch.subject).toBe('Objet récrit')
    expect((await world.opened.ok('history.state', {})).undo).toEqual(undo)
    await world.opened.ok('history.undo', {})
    const [back] = await world.prepare('convocation')
    expect(back?.dispatch.subject).toBe(dispatch.subject)
    expect(back?.recipients).toEqual(made.recipients)
  })

  it('makes the meeting convened once marked as sent, in one entry that undo takes back', async () => {
    const draft = first(await world.prepare('convocation')).dispatch
    const opened = await messageOf(draft.id)
    const sent = await world.opened.ok('dispatch.markSent', { id: draft.id, version: draft.version })
    expect(sent.dispatch).toMatchObject({
      state: 'sent',
      sentBy: 'essai',
      calendarSequence: 0,
      messageBytes: opened.length,
    })
    expect(sent.warnings).toEqual([])
    expect(sent.documents.every(({ sha256, sizeBytes }) => sha256 !== null && (sizeBytes ?? 0) > 0)).toBe(
      true,
    )
    expect(await meeting()).toMatchObject({ state: 'convened', number: 1 })
    expect((await world.opened.ok('home.get', {})).isConvocationSent).toBe(true)
    expect((await messageOf(draft.id)).equals(opened)).toBe(true)
    const kept = readFileSync(join(world.opened.folder, 'pieces', sent.dispatch.messageSha256 ?? ''))
    expect(kept.equals(opened)).toBe(true)

    await world.opened.ok('history.undo', {})
    expect(await meeting()).toMatchObject({ state: 'planned', number: null })
    expect((await world.opened.ok('dispatch.get', { id: draft.id })).dispatch.state).toBe('draft')
    await world.opened.ok('history.redo', {})
    expect(await meeting()).toMatchObject({ state: 'convened', number: 1 })
    expect((await messageOf(draft.id)).equals(opened)).toBe(true)
  })

  it('is never changed after it was sent', async () => {
    const { dispatch, recipients, documents } = await world.send('convocation')
    const { id, version } = dispatch
    const refused = world.opened.refused
    const recipient = first(recipients)
    expect(await refused('dispatch.update', { id, version, patch: { subject: 'x' } })).toBe('state-refuses')
    expect(await refused('dispatch.remove', { id, version })).toBe('state-refuses')
    expect(await refused('dispatch.markSent', { id, version })).toBe('state-refuses')
    expect(await refused('dispatch.removeRecipient', { id: recipient.id, version: 1 })).toBe('state-refuses')
    expect(await refused('dispatch.removeDocument', { id: first(documents).id })).toBe('state-refuses')
    expect(await refused('dispatch.setField', { id, field: 'bcc' })).toBe('state-refuses')
  })

  it('keeps a sent message apart from a later one of the same kind', async () => {
    const sent = await world.send('convocation')
    const again = first(await world.prepare('convocation'))
    expect(again.dispatch.id).not.toBe(sent.dispatch.id)
    expect(again.dispatch.state).toBe('draft')
  })

  it('is refused once its meeting is cancelled, and the cancellation once it is taken up again', async () => {
    const convocation = first(await world.prepare('convocation')).dispatch
    const cancel = async (state: 'cancelled' | 'planned') =>
      world.opened.ok('meetings.setState', {
        ...{ id: world.meetingId, version: (await meeting()).version },
        state,
      })
    await cancel('cancelled')
    const { id, version } = convocation
    expect(await world.opened.refused('dispatch.markSent', { id, version })).toBe('state-refuses')
    const told = first(await world.prepare('cancellation')).dispatch
    await cancel('planned')
    expect(await world.opened.refused('dispatch.markSent', { id: told.id, version: told.version })).toBe(
      'state-refuses',
    )
    expect((await world.opened.ok('dispatch.markSent', { id, version })).dispatch.state).toBe('sent')
  })

  it('is refused, unless seen as it is, and once the meeting is over', async () => {
    const draft = first(await world.prepare('convocation')).dispatch
    const { id, version } = draft
    await world.opened.ok('dispatch.update', { id, version, patch: { body: 'Autre texte' } })
    expect(await world.opened.refused('dispatch.markSent', { id, version })).toBe('conflict')
    const { version: at } = await meeting()
    world.setNow('2026-12-10T17:00:00.000Z')
    await world.opened.ok('meetings.setState', { id: world.meetingId, version: at, state: 'held' })
    expect(
      await world.opened.refused('dispatch.prepare', {
        meetingId: world.meetingId,
        kind: 'convocation',
        itemId: null,
      }),
    ).toBe('state-refuses')
  })

  it('is said to be out of date once the meeting moved, or another took its number', async () => {
    const ok = world.opened.ok
    const isStale = async (id: string) =>
      (await ok('dispatch.get', { id })).warnings.includes('text-out-of-date')
    const { id } = first(await world.prepare('convocation')).dispatch
    expect(await isStale(id)).toBe(false)
    const other = await ok('meetings.create', { fields: { date: '2026-11-12' }, fromTemplate: false })
    await invite(world.opened, other.id)
    await ok('meetings.setState', { id: other.id, version: other.version, state: 'convened' })
    expect(await isStale(id)).toBe(true)
    expect(first(await world.prepare('convocation')).dispatch.subject).toContain('n°\u00a02 du jeudi')
    const { version } = await meeting()
    const move = { date: '2026-12-17', startTime: '14:00', endTime: '16:30', reason: '' }
    await ok('meetings.move', { id: world.meetingId, version, ...move })
    expect(await isStale(id)).toBe(true)
    await world.prepare('convocation')
    expect(await isStale(id)).toBe(false)
  })

  it('is said to be out of date once its agenda is another than that it lists', async () => {
    const ok = world.opened.ok
    const isStale = async (id: string) =>
      (await ok('dispatch.get', { id })).warnings.includes('text-out-of-date')
    const { id } = first(await world.prepare('convocation')).dispatch
    const { items } = await ok('agenda.list', { meetingId: world.meetingId })
    const last = items.findLast(({ parentId }) => parentId === null)
    await ok('agenda.remove', { id: last?.id ?? '', version: last?.version ?? 0 })
    expect(await isStale(id)).toBe(true)
    await world.prepare('convocation')
    expect(await isStale(id)).toBe(false)
    const { version } = (await ok('dispatch.get', { id })).dispatch
    const { body } = (await ok('dispatch.get', { id })).dispatch
    await ok('dispatch.update', { id, version, patch: { body: body.replace(/^\d.*\n/gm, '') } })
    expect(await isStale(id)).toBe(false)
  })

  it('ticks its task of the back-planning', async () => {
    await world.opened.ok('backPlanning.lay', { meetingId: world.meetingId })
    await world.send('convocation')
    const tasks = await world.opened.ok('backPlanning.tasks', { meetingId: world.meetingId })
    expect(tasks.find(({ act }) => act === 'convene')?.doneOn).toBe('2026-11-02')
    expect(tasks.find(({ act }) => act === 'remindSlides')?.doneOn).toBeNull()
  })
})

describe('the message', () => {
  it('is read by another library as it was meant', async () => {
    const { dispatch } = first(await world.prepare('convocation'))
    const bytes = await messageOf(dispatch.id)
    const mail = await PostalMime.parse(bytes)
    expect(mail.subject).toBe(dispatch.subject)
    expect(mail.from).toEqual({ name: 'Secrétariat IND', address: 'secretariat@ind.example' })
    expect(mail.to?.map(({ address }) => address)).toEqual(['marchetti@asso.example', 'okonjo@asso.example'])
    expect(mail.cc?.map(({ address }) => address)).toEqual([
      'secretariat.m@asso.example',
      'sauveterre@asso.example',
    ])
    const [words, answers = ''] = (mail.text ?? '')
      .replace(/\r\n/g, '\n')
      .split('\n\nRépondre en un clic\u00a0:\n')
    expect(words?.trim()).toBe(dispatch.body.trim())
    expect(answers.trim().split('\n')).toHaveLength(4)
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      [null, 'text/calendar'],
      ['2026-12-10_CONV_IND_seance-1.pdf', 'application/pdf'],
      ['2026-12-10_ODJ-horaires_IND_seance-1.pdf', 'application/pdf'],
      ['2026-12-10_IND_agenda-electronique.ics', 'application/ics'],
    ])
    expect(bytes.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('has the size that was announced, and says so before it is too heavy', async () => {
    const { dispatch } = first(await world.prepare('convocation'))
    const bytes = await messageOf(dispatch.id)
    const composed = await world.opened.ok('dispatch.compose', { id: dispatch.id })
    expect(composed.sizeBytes).toBe(bytes.length)
    expect(composed.limitBytes).toBe(10 * 1024 * 1024)
    expect(composed.fileName).toBe(
      'IND – Convocation à la séance n°\u00a01 du jeudi 10\u00a0décembre 2026.eml',
    )
  })

  it('is copied in parts for programs that open it as a received one', async () => {
    const { dispatch } = first(await world.prepare('convocation'))
    const copied = async (what: 'to' | 'cc' | 'bcc' | 'subject' | 'body') => {
      const answer = await world.opened.core.internal('dispatchText', { id: dispatch.id, what })
      return answer.ok ? answer.value.text : answer.error.code
    }
    expect(await copied('to')).toBe('marchetti@asso.example; okonjo@asso.example')
    expect(await copied('cc')).toBe('secretariat.m@asso.example; sauveterre@asso.example')
    expect(await copied('subject')).toBe(dispatch.subject)
    expect(await copied('body')).toBe(dispatch.body)
  })
})
