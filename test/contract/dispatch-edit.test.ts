import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const convocation = async () => {
  const [view] = await world.prepare('convocation')
  if (view === undefined) throw new Error('no convocation')
  return view
}
const parsed = async (id: string) => {
  const path = join(world.opened.folder, 'message.eml')
  const written = await world.opened.core.internal('writeDocument', {
    subject: { kind: 'message', id },
    format: 'eml',
    path,
  })
  if (!written.ok) throw new Error(written.error.code)
  return PostalMime.parse(readFileSync(path))
}
const textOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)
const attach = async (fileName: string, bytes: Uint8Array) => {
  const file = { fileName, bytes }
  await ok('attachments.add', { meetingId: world.meetingId, itemId: null, file })
  const added = (await ok('attachments.list', { meetingId: world.meetingId })).find(
    (attachment) => attachment.fileName === fileName,
  )
  if (added === undefined) throw new Error('not attached')
  return added
}

describe('templates', () => {
  it('are shipped for every kind and changed one by one', async () => {
    const shipped = await ok('dispatch.templates', {})
    expect(shipped).toHaveLength(15)
    expect(shipped.every(({ version }) => version === 0)).toBe(true)
    const patch = { subject: 'Convocation, {date}' }
    const changed = await ok('dispatch.updateTemplate', { kind: 'convocation', version: 0, patch })
    expect(changed.find(({ kind }) => kind === 'convocation')).toMatchObject({
      subject: 'Convocation, {date}',
      version: 1,
      body: shipped.find(({ kind }) => kind === 'convocation')?.body,
    })
    expect((await convocation()).dispatch.subject).toBe('Convocation, jeudi 10\u00a0décembre 2026')
    expect(
      await world.opened.refused('dispatch.updateTemplate', { kind: 'convocation', version: 0, patch }),
    ).toBe('conflict')
    expect(await ok('dispatch.resetTemplate', { kind: 'convocation' })).toEqual(shipped)
    await ok('history.undo', {})
    expect((await ok('dispatch.templates', {})).find(({ kind }) => kind === 'convocation')?.version).toBe(1)
  })

  it.each([
    ['convocation', 'Bonjour {prénom}', '{prénom}'],
    ['convocation', 'Vos actions : {actions}', '{actions}'],
    ['guestInvitation', 'Tout : {Ordre du  jour}', '{Ordre du  jour}'],
    ['cancellation', 'Rien : {}', '{}'],
  ] as const)('of %s refuse « %s », naming the field', async (kind, body, field) => {
    const envelope = await world.opened.core.call('dispatch.updateTemplate', {
      kind,
      version: 0,
      patch: { body },
    })
    expect(envelope).toEqual({ ok: false, error: { code: 'invalid-input', field } })
    expect((await ok('dispatch.templates', {})).every(({ version }) => version === 0)).toBe(true)
  })
})

describe('recipients', () => {
  it('without a sound address are listed, said and left out of the message', async () => {
    const { dispatch } = await convocation()
    const odd = [
      'pirate@asso.example\r\nBcc: tous@asso.example',
      'deux@asso@example.fr',
      'sans-arobase.example',
      'un espace@asso.example',
      '',
    ]
    for (const [index, email] of odd.entries())
      await ok('dispatch.addRecipient', {
        id: newId(),
        dispatchId: dispatch.id,
        fields: {
          personId: null,
          name: `Ligne ${index}\r\nX-Autre: oui`,
          organisation: '',
          email,
          field: 'to',
        },
      })
    const view = await ok('dispatch.get', { id: dispatch.id })
    expect(view.warnings).toEqual(expect.arrayContaining(['without-address', 'invalid-address']))
    expect(view.recipients).toHaveLength(9)
    const mail = await parsed(dispatch.id)
    expect(mail.to).toHaveLength(2)
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-autre')
    expect(mail.bcc).toBeUndefined()
  })

  it('are written once each, whatever the field', async () => {
    const { dispatch } = await convocation()
    for (const field of ['cc', 'to'] as const)
      await ok('dispatch.addRecipient', {
        id: newId(),
        dispatchId: dispatch.id,
        fields: { personId: null, name: '', organisation: '', email: 'Marchetti@ASSO.example', field },
      })
    const mail = await parsed(dispatch.id)
    const all = [...(mail.to ?? []), ...(mail.cc ?? [])].map(({ address }) => address?.toLowerCase())
    expect(new Set(all).size).toBe(all.length)
  })

  it('move together into blind copy, where nobody is shown to the others', async () => {
    const { dispatch } = await convocation()
    const hidden = await ok('dispatch.setField', { id: dispatch.id, field: 'bcc' })
    expect(new Set(hidden.recipients.map(({ field }) => field))).toEqual(new Set(['bcc']))
    const mail = await parsed(dispatch.id)
    expect(mail.to).toBeUndefined()
    expect(mail.bcc).toHaveLength(4)
    const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    expect(textOf(calendar?.content ?? '')).not.toContain('asso.example')
  })

  it('may be four hundred', async () => {
    for (let rank = 0; rank < 400; rank += 1) {
      const personId = newId()
      await ok('directory.addPerson', {
        id: personId,
        fields: { familyName: `Membre ${rank}`, givenName: 'Élodie', email: `membre.${rank}@asso.example` },
      })
      await ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire' } })
    }
    const view = await convocation()
    expect(view.recipients).toHaveLength(404)
    expect(view.warnings).toContain('many-recipients')
    const mail = await parsed(view.dispatch.id)
    expect(mail.to).toHaveLength(402)
    const { id, version } = view.dispatch
    expect((await ok('dispatch.markSent', { id, version })).dispatch.state).toBe('sent')
    const hidden = (await ok('dispatch.setField', { id: (await convocation()).dispatch.id, field: 'bcc' }))
      .warnings
    expect(hidden).not.toContain('many-recipients')
  })
})

describe('documents', () => {
  it('of the meeting are added at once, those of the secretariat never', async () => {
    const note = await attach('note.pdf', Buffer.from('note'))
    const internal = await attach('interne.pdf', Buffer.from('interne'))
    const { id, version } = internal
    await ok('attachments.update', { id, version, patch: { circulation: 'secretariat' } })
    const { dispatch } = await convocation()
    const view = await ok('dispatch.addAttachments', { dispatchId: dispatch.id })
    expect(view.documents.map(({ fileName }) => fileName).slice(3)).toEqual(['note.pdf'])
    expect(await ok('dispatch.addAttachments', { dispatchId: dispatch.id })).toEqual(view)
    expect(
      await world.opened.refused('dispatch.addAttachment', { dispatchId: dispatch.id, attachmentId: id }),
    ).toBe('invalid-input')
    expect((await parsed(dispatch.id)).attachments.map(({ filename }) => filename)).toContain('note.pdf')
    const current = (await ok('attachments.list', { meetingId: world.meetingId })).find(
      (one) => one.id === note.id,
    )
    await ok('attachments.update', {
      id: note.id,
      version: current?.version ?? 1,
      patch: { circulation: 'secretariat' },
    })
    expect((await ok('dispatch.get', { id: dispatch.id })).warnings).toContain('documents-missing')
    expect((await parsed(dispatch.id)).attachments.map(({ filename }) => filename)).not.toContain('note.pdf')
  })

  it('too heavy for the servers are said before, put beside the message and named in it', async () => {
    const heavy = await attach('diaporama.pptx', Buffer.alloc(9 * 1024 * 1024, 7))
    await attach('note.pdf', Buffer.from('note'))
    const { dispatch } = await convocation()
    const full = await ok('dispatch.addAttachments', { dispatchId: dispatch.id })
    // 9 MB are under the limit of 10; encoded, they are 12.
    expect(full.warnings).toContain('too-heavy')
    expect((await ok('dispatch.compose', { id: dispatch.id })).sizeBytes).toBeGreaterThan(12 * 1024 * 1024)
    const light = await ok('dispatch.lighten', { id: dispatch.id })
    expect(light.warnings).not.toContain('too-heavy')
    expect(
      light.documents
        .filter(({ placement }) => placement === 'folder')
        .map(({ attachmentId }) => attachmentId),
    ).toEqual([heavy.id])
    expect(light.dispatch.body).toContain('– diaporama.pptx')
    expect(light.dispatch.body.indexOf('diaporama')).toBeLessThan(light.dispatch.body.indexOf('agréer'))
    const composed = await ok('dispatch.compose', { id: dispatch.id })
    expect(composed.sizeBytes).toBeLessThan(composed.limitBytes)
    expect((await parsed(dispatch.id)).attachments.map(({ filename }) => filename)).not.toContain(
      'diaporama.pptx',
    )
    const back = light.documents.find(({ placement }) => placement === 'folder')
    const again = await ok('dispatch.placeDocument', { id: back?.id ?? '', placement: 'message' })
    expect(again.dispatch.body).toBe(dispatch.body)
  })

  it('out of all proportion are refused, with a size all the same', async () => {
    await ok('attachments.add', {
      meetingId: world.meetingId,
      itemId: null,
      file: { fileName: 'film.mp4', bytes: Buffer.alloc(80 * 1024 * 1024, 3) },
    })
    const { dispatch } = await convocation()
    await ok('dispatch.addAttachments', { dispatchId: dispatch.id })
    const { sizeBytes } = await ok('dispatch.compose', { id: dispatch.id })
    expect(sizeBytes).toBeGreaterThan(105 * 1024 * 1024)
    const { id, version } = (await ok('dispatch.get', { id: dispatch.id })).dispatch
    expect(await world.opened.said('dispatch.markSent', { id, version })).toBe(
      'Le message est trop lourd avec ses documents\u00a0: 100\u00a0Mo au plus. Rien n’est parti\u00a0: mettre des documents à côté du message, puis réessayer.',
    )
  })

  it('are written to a folder, all of them', async () => {
    await attach('diaporama.pptx', Buffer.from('diapositives'))
    const { dispatch } = await convocation()
    await ok('dispatch.addAttachments', { dispatchId: dispatch.id })
    const written = await world.opened.core.internal('writeDispatchDocuments', {
      id: dispatch.id,
      folder: world.opened.folder,
    })
    expect(written).toEqual({ ok: true, value: { fileCount: 4 } })
    expect(readFileSync(join(world.opened.folder, 'diaporama.pptx'), 'utf8')).toBe('diapositives')
  })
})

describe('a late convocation', () => {
  it('is said, by the days that the body counts', async () => {
    expect((await convocation()).warnings).not.toContain('too-late-to-convene')
    world.setNow('2026-12-05T09:00:00.000Z')
    expect((await convocation()).warnings).not.toContain('too-late-to-convene')
    const body = await ok('settings.body', {})
    await ok('settings.updateBody', { version: body.version, patch: { convocationCounting: 'clear' } })
    expect((await convocation()).warnings).toContain('too-late-to-convene')
  })
})
