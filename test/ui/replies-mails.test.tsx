import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReplyDraft } from '../../electron/contract/replies.ts'
import type { AskedPerson } from '../../electron/domain/attendance/reply.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { ParticipantsPage } from '../../renderer/features/attendance/replies/ParticipantsPage.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { type Answers, installFakeCore } from './fake-core.ts'
import { id, noHistory } from './sample.ts'
import { UnderBar } from './under-bar.tsx'

const meetingId = id(1)

function person(rank: number, givenName: string, familyName: string): AskedPerson {
  return {
    personId: id(100 + rank),
    familyName,
    givenName,
    civility: '',
    jobTitle: '',
    organisation: 'Organisme d’exemple',
    acronym: 'OE',
    college: 'Collège d’exemple',
    email: '',
    role: 'titulaire',
    items: [],
    reply: null,
    beforeMove: false,
    isReached: true,
  }
}
const [abel, berthe, celia] = [
  person(1, 'Abel', 'Exemple'),
  person(2, 'Berthe', 'Exemple'),
  {
    ...person(3, 'Célia', 'Exemple'),
    reply: {
      id: id(300),
      version: 1,
      meetingId,
      personId: id(103),
      answer: 'excused' as const,
      representedBy: '',
      comment: '',
      answeredAt: '2026-11-01T08:00:00.000Z',
    },
  },
]

const drafts: Readonly<Record<string, Partial<ReplyDraft>>> = {
  'abel.eml': {
    from: 'Abel Exemple <abel@exemple.invalid>',
    personId: abel.personId,
    answer: 'remote',
    excerpt: 'Je participerai en visio.',
    sentAt: '2026-11-03T08:00:00.000Z',
  },
  'abel-avant.eml': {
    from: 'Abel Exemple <abel@exemple.invalid>',
    personId: abel.personId,
    answer: 'onSite',
    excerpt: 'Je serai présent.',
    sentAt: '2026-11-02T08:00:00.000Z',
  },
  'inconnu.eml': { from: 'bureau@exemple.invalid', answer: 'onSite', excerpt: 'Nous serons présents.' },
  'celia.msg': {
    from: 'Célia Exemple <celia@exemple.invalid>',
    personId: celia.personId,
    calendar: 'tentative',
    excerpt: 'Je viendrai peut-être.',
  },
  'casse.msg': { failure: 'file-damaged' },
  'autre.eml': { personId: abel.personId, calendar: 'accepted', otherMeeting: true },
}

function start(more: Answers = {}) {
  const core = installFakeCore({
    'history.state': () => noHistory,
    'directory.list': () => ({ colleges: [], organisations: [], persons: [], mandates: [], formerNames: [] }),
    'replies.list': () => ({ meetingId, asked: [abel, berthe, celia] }),
    'replies.setAll': () => ({ meetingId, asked: [{ ...abel, reply: celia.reply }, berthe, celia] }),
    'replies.readMails': ({ files }) =>
      files.map(({ fileName }) => ({
        fileName,
        from: '',
        sentAt: null,
        personId: null,
        answer: null,
        representedBy: '',
        excerpt: '',
        calendar: null,
        otherMeeting: false,
        failure: null,
        ...drafts[fileName],
      })),
    ...more,
  })
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <UnderHead />
      <Toasts />
    </QueryClientProvider>,
  )
  return { core, user: userEvent.setup() }
}

/** The page with the head that its acts go to. */
function UnderHead() {
  return (
    <UnderBar>
      <ParticipantsPage meetingId={meetingId} focusId={null} />
    </UnderBar>
  )
}

afterEach(() => {
  cleanup()
  closeToast(toastStore.get().current?.id ?? 0)
})

const mails = (...names: string[]) => names.map((name) => new File(['courriel'], name))
const chooser = () =>
  screen.findByLabelText<HTMLInputElement>('Choisir des courriels…', { selector: 'input' })
const lines = () =>
  screen.findAllByRole('listitem').then((all) => all.filter((one) => one.className === 'mail-line'))

async function choose(user: ReturnType<typeof start>['user'], ...names: string[]) {
  const input = await chooser()
  await user.upload(input, mails(...names))
  await screen.findByRole('button', { name: 'Abandonner' })
  await waitFor(async () => expect(await lines()).toHaveLength(names.length))
  return lines()
}

describe('mails read', () => {
  it('records in one act what was understood, the newest of each person, with its own date', async () => {
    const { core, user } = start()
    const [newer, older] = await choose(user, 'abel.eml', 'abel-avant.eml')
    if (newer === undefined || older === undefined) throw new Error('no lines')
    expect(within(newer).getByText('Je participerai en visio.')).toBeDefined()
    expect(
      within(older).getByText('Une réponse plus récente de cette personne est dans la liste.'),
    ).toBeDefined()
    expect(within(older).getByRole<HTMLInputElement>('checkbox').checked).toBe(false)
    await user.click(screen.getByRole('button', { name: /^Reprendre 1/ }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Abandonner' })).toBeNull())
    expect(core.inputsOf('replies.setAll')).toEqual([
      {
        meetingId,
        replies: [
          { personId: abel.personId, fields: { answer: 'remote' }, answeredAt: '2026-11-03T08:00:00.000Z' },
        ],
      },
    ])
    expect(await screen.findByText(/1.réponse reprise/)).toBeDefined()
  })

  it('lets one choose the person and the answer, and says what is known and what is doubtful', async () => {
    const { core, user } = start()
    const [unknown, doubtful] = await choose(user, 'inconnu.eml', 'celia.msg')
    if (unknown === undefined || doubtful === undefined) throw new Error('no lines')
    const record = screen.getByRole('button', { name: /^Reprendre 0/ })
    expect(record.getAttribute('aria-disabled')).toBe('true')
    expect(within(doubtful).getByText('Réponse provisoire dans l’agenda')).toBeDefined()
    expect(within(doubtful).getByText('Réponse à choisir')).toBeDefined()
    expect(within(doubtful).getByText(/^Déjà enregistré.*excusé$/)).toBeDefined()
    await user.click(within(doubtful).getByRole('button', { name: 'Représenté' }))
    await user.type(within(doubtful).getByRole('combobox', { name: /représente Célia/ }), 'Eva Sarte')
    await user.type(
      within(unknown).getByRole('combobox', { name: 'Choisir la personne' }),
      'Berthe{ArrowDown}{Enter}',
    )
    await user.click(await screen.findByRole('button', { name: /^Reprendre les 2/ }))
    await waitFor(() => expect(core.inputsOf('replies.setAll')).toHaveLength(1))
    expect(core.inputsOf('replies.setAll')[0]?.replies).toEqual([
      { personId: berthe.personId, fields: { answer: 'onSite' } },
      { personId: celia.personId, fields: { answer: 'represented', representedBy: 'Eva Sarte' } },
    ])
  })

  it('says of each file what is wrong, takes it out, and gives up without a trace', async () => {
    const { core, user } = start()
    await choose(user, 'casse.msg', 'autre.eml')
    expect(screen.getByText('casse.msg')).toBeDefined()
    expect(screen.getByText('Cette réponse concerne une autre séance.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Retirer casse.msg de la liste' }))
    expect(await lines()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Abandonner' }))
    expect(await screen.findByRole('row', { name: /Abel Exemple/ })).toBeDefined()
    expect(core.inputsOf('replies.setAll')).toEqual([])
  })

  it('takes mails let fall anywhere on the page, too large ones without reading them', async () => {
    const { core } = start()
    const [list] = await screen.findAllByRole('region', { name: 'Réponses à la convocation' })
    expect(list?.closest('[data-takes="reply"]')).not.toBeNull()
    const heavy = new File(['x'], 'lourd.eml')
    Object.defineProperty(heavy, 'size', { value: 80 * 1024 * 1024 })
    act(() => handFiles('reply', meetingId, [heavy, ...mails('abel.eml')], null))
    await waitFor(async () => expect(await lines()).toHaveLength(2))
    expect(screen.getByText('lourd.eml')).toBeDefined()
    expect(core.inputsOf('replies.readMails').map(({ files }) => files[0]?.fileName)).toEqual(['abel.eml'])
  })
})

describe('the papers of the day', () => {
  it('take the place of the list, are saved from the head, and give it back', async () => {
    const { core, user } = start({
      'documents.render': () => ({
        bytes: new Uint8Array([1]),
        sha256: '',
        pageCount: 1,
        fileName: 'emargement.pdf',
      }),
      'documents.save': () => null,
    })
    await user.click(await screen.findByRole('button', { name: 'Feuille d’émargement' }))
    expect(await screen.findByRole('complementary', { name: 'Page' })).toBeDefined()
    expect(screen.getByRole('table', { name: 'Décompte' })).toBeDefined()
    await user.click(await screen.findByRole('button', { name: 'Exporter…' }))
    expect(core.inputsOf('documents.save')).toEqual([{ meetingId, kind: 'signInSheet' }])
    await user.click(screen.getByRole('button', { name: 'Revenir aux réponses' }))
    expect(await screen.findByRole('row', { name: /Abel Exemple/ })).toBeDefined()
  })
})
