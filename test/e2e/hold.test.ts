import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { paths } from '../../renderer/app/paths.ts'
import { approvalText, corrigendumText } from '../../renderer/text/approval.ts'
import { beforeText } from '../../renderer/text/before.ts'
import { commonText } from '../../renderer/text/common.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { notebooksText } from '../../renderer/text/notebooks.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { sessionText } from '../../renderer/text/session.ts'
import { putInSession } from '../put-in-session.ts'
import { editDocument, edited, paragraphOf } from '../unit/word-edits.ts'
import {
  type Application,
  answerSaveDialog,
  callBridge,
  freshFolder,
  startApplication,
} from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { screenOf } from './month-screen.ts'
import { picture } from './picture.ts'
import { show } from './screens.ts'
import { openSession } from './session-hands.ts'

const folder = freshFolder()
let app: Application
let page: Page
let hands: Hands
let meetingId: string
let laterId: string

const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const answer = await callBridge(page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const { toMore } = screenOf(() => page)
const line = () => page.getByRole('textbox', { name: sessionText.line, exact: true })
const observation = (rank: number) => page.getByText(observationsText.count(rank, 1), { exact: true }).first()
const addressOf = (path: string, id: string) => path.replace(':meetingId', id)
const minutes = async () => {
  const view = await ask('minutes.get', { meetingId })
  if (view === null) throw new Error('no minutes')
  return view
}
const exchanges = async () =>
  (await minutes()).sections.map((section) => plainText(section.exchanges)).join('\n')

beforeAll(async () => {
  app = await startApplication()
  page = app.page
  hands = handsOn(app)
  const organisations: string[] = []
  for (const acronym of ['ADX', 'ACX', 'DGX', 'ANX']) {
    const id = newId()
    organisations.push(id)
    await ask('directory.addOrganisation', { id, fields: { name: `Organisme ${acronym}`, acronym } })
  }
  const meetingOn = async (date: string) =>
    (
      await ask('meetings.create', {
        fields: { date, startTime: '14:00', endTime: '16:00', mode: 'visio' },
        fromTemplate: true,
      })
    ).id
  meetingId = await meetingOn('2026-10-08')
  for (let rank = 1; rank <= 40; rank += 1) {
    const id = newId()
    const two = String(rank).padStart(2, '0')
    await ask('directory.addPerson', {
      id,
      fields: {
        familyName: `Membre${two}`,
        givenName: `Camille${two}`,
        organisationId: organisations[rank % 4] ?? null,
      },
    })
    await ask('directory.addMandate', {
      id: newId(),
      personId: id,
      fields: { role: 'titulaire', organisationId: organisations[rank % 4] ?? null },
    })
    await ask('replies.set', { meetingId, personId: id, fields: { answer: 'remote' } })
  }
  for (const title of ['Annuaire partagé', 'Conservation des documents'])
    await ask('agenda.add', {
      id: newId(),
      meetingId,
      parentId: null,
      afterId: null,
      fields: { title, durationMinutes: 20 },
    })
  laterId = await meetingOn('2026-11-12')
})
afterAll(() => app.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, task.name)
})

describe('hold, write, approve', () => {
  it('opens the meeting and notes forty people from the replies in at most 45 keys', async () => {
    await show(page, 'session', addressOf(paths.session, meetingId))
    await openSession(page)
    hands.reset()
    await hands.press('F4')
    await hands.type('tous')
    await hands.press('Enter')
    await expect
      .poll(
        async () =>
          (await ask('attendance.list', { meetingId })).filter(({ status }) => status === 'visio').length,
      )
      .toBe(40)
    expect(hands.count()).toBeLessThanOrEqual(45)
  })

  it('notes in one line: a note, what an organisation says, a decision, an action', async () => {
    await hands.click(line())
    for (const words of [
      'présentation du calendrier en deux vagues',
      '@ADX demande que le délai soit porté à six mois',
      'D : Le calendrier en deux vagues est retenu.',
      'A : @DGX transmettre la liste des référents avant le 15/12',
    ]) {
      await hands.type(words)
      await hands.press('Enter')
    }
    await expect
      .poll(async () => (await minutes()).actions)
      .toMatchObject([{ organisation: 'DGX', dueDate: '2026-12-15' }])
    await hands.press('Control+ArrowDown')
    await hands.press('Control+m')
    await page.getByText(/Séance suspendue depuis/).waitFor()
    await hands.press('Control+m')
  })

  it('takes in the notes of an intern', async () => {
    const path = join(folder, 'carnet.txt')
    await answerSaveDialog(app.electron, path)
    await hands.click(...toMore(notebooksText.save))
    await expect.poll(() => readText(path)).toContain('##')
    const blank = readText(path)
    const last = blank.lastIndexOf('## ')
    const end = blank.indexOf('\n', last)
    const name = blank.replace(/(prend les notes\s*:).*/u, '$1 Sacha Stagiaire')
    writeFileSync(
      path,
      `${name.slice(0, end + name.length - blank.length)}\n@ANX signale un risque de doublon\nD : Un bilan est présenté en mars.\n${name.slice(end + name.length - blank.length)}`,
    )
    await hands.drop(page.locator('main .cols'), path)
    const messages = page.getByRole('region', { name: commonText.messages })
    await hands.click(messages.getByRole('button', { name: notebooksText.open }))
    await page
      .getByRole('button', { name: /^Tout prendre/ })
      .first()
      .waitFor()
    while ((await page.getByRole('button', { name: /^Tout prendre/ }).count()) > 0) {
      const left = await page.getByRole('button', { name: /^Tout prendre/ }).count()
      await hands.click(page.getByRole('button', { name: /^Tout prendre/ }).first())
      await expect.poll(() => page.getByRole('button', { name: /^Tout prendre/ }).count()).toBeLessThan(left)
    }
    await expect.poll(async () => (await minutes()).decisions.length).toBe(2)
  })

  it('ends in a draft in Word and PDF within three actions', async () => {
    await show(page, 'session', addressOf(paths.session, meetingId))
    hands.reset()
    await answerSaveDialog(app.electron, join(folder, 'projet.docx'))
    await hands.click(button(sessionText.close))
    await hands.click(button(beforeText.close.andSave))
    const messages = page.getByRole('region', { name: commonText.messages })
    await messages.getByText(sessionText.draftSaved('projet.docx', 'projet.pdf')).waitFor()
    expect(hands.count() + 1).toBeLessThanOrEqual(3)
    expect(await exchanges()).toContain('ADX demande que le délai soit porté à six mois.')
  })

  it('reads the chair’s tracked Word file and decides it', async () => {
    await ask('minutesVersions.keep', { meetingId, note: 'Envoyé à la présidence' })
    const path = tracked('projet.docx', 'presidence.docx', 'six mois', 'neuf mois', 'Claire Présidente')
    await show(page, 'minutes', addressOf(paths.minutes, meetingId))
    await hands.drop(page.locator('main'), path)
    await hands.click(button(observationsText.returned.take(1)))
    await observation(1).waitFor()
    await hands.press('F8')
    await hands.press('a')
    await expect.poll(exchanges).toContain('neuf mois')
  })

  it('sends the draft to the members, whose two files contradict each other', async () => {
    const { minutes: row } = await minutes()
    await ask('minutes.setState', { id: row.id, version: row.version, state: 'internalReview' })
    const [view] = await ask('dispatch.prepare', { meetingId, kind: 'draftMinutes', itemId: null })
    if (view === undefined) throw new Error('no message')
    const fields = {
      ...{ personId: null, name: 'Alix Acx', organisation: 'ACX' },
      ...{ email: 'acx@asso.example', field: 'to' as const },
    }
    const { dispatch } = await ask('dispatch.addRecipient', {
      id: newId(),
      dispatchId: view.dispatch.id,
      fields,
    })
    await ask('dispatch.markSent', { id: dispatch.id, version: dispatch.version })
    expect((await minutes()).minutes).toMatchObject({ state: 'review' })
    expect((await minutes()).minutes.frozenAt).not.toBeNull()
    await answerSaveDialog(app.electron, join(folder, 'relecture.docx'))
    await ask('documents.save', { kind: 'minutes', meetingId })
    const first = tracked('relecture.docx', 'acx.docx', 'neuf mois', 'douze mois', 'Alix Acx')
    const second = tracked('relecture.docx', 'anx.docx', 'neuf mois', 'trois mois', 'Noa Anx')
    await show(page, 'minutes', addressOf(paths.minutes, meetingId))
    for (const path of [first, second]) {
      await hands.drop(page.locator('main'), path)
      await hands.click(button(observationsText.returned.take(1)))
    }
    await expect.poll(async () => (await ask('observations.list', { meetingId })).length).toBe(3)
    await hands.press('F8')
    await page
      .getByText(/Sur ce même passage/)
      .first()
      .waitFor()
  })

  it('cannot be approved before the chair validated and everybody was answered', async () => {
    const { obstacles } = await ask('approval.get', { meetingId })
    expect(obstacles).toEqual(['notValidated', 'openObservations'])
    const open = (await ask('observations.list', { meetingId })).filter(({ state }) => state === 'open')
    const refused = open.at(-1)
    if (open.length !== 2 || refused === undefined) throw new Error(`${open.length} open observations`)
    await ask('observations.decide', {
      id: refused.id,
      version: refused.version,
      state: 'refused',
      answer: 'Délai déjà arrêté.',
      write: false,
      over: null,
    })
    // The one that is left is chosen since it was read.
    await hands.press('a')
    await expect.poll(exchanges).toMatch(/douze mois|trois mois/)
  })

  it('is approved by the next meeting with one correction', async () => {
    // The minutes that await approval come onto the next agenda with the template.
    await ask('agenda.applyTemplate', { meetingId: laterId })
    await putInSession(ask, laterId)
    await ask('session.close', { meetingId: laterId })
    await show(page, 'minutes', addressOf(paths.minutes, meetingId))
    await hands.click(button(lifeText.validate))
    await hands.click(button(beforeText.validate.act))
    await hands.click(button(lifeText.approve))
    await page.getByRole('textbox', { name: approvalText.corrections }).fill('au point 1, préciser le délai')
    await hands.click(button(new RegExp(`^${approvalText.approve}(?:,|$)`)))
    await button(approvalText.check).waitFor()
    await hands.click(button(approvalText.check))
    await page.getByText(/le PDF gardé a toujours l’empreinte scellée/).waitFor()
    const { approval } = await ask('approval.get', { meetingId })
    const approved = await ask('documents.render', { kind: 'minutes', meetingId })
    expect(approved.sha256).toBe(approval?.sha256)
    const later = await ask('minutes.get', { meetingId: laterId })
    const words = (later?.sections ?? []).map((section) => plainText(section.exchanges)).join('\n')
    expect(words).toContain('au point 1, préciser le délai')
    expect(words).toContain(approval?.sha256)
  })

  it('is corrected afterwards by a numbered corrigendum only', async () => {
    await hands.click(button(corrigendumText.add))
    await page.getByRole('textbox', { name: corrigendumText.place }).fill('point 1, Échanges')
    await page.getByRole('textbox', { name: corrigendumText.before }).fill('délai')
    await page.getByRole('textbox', { name: corrigendumText.after }).fill('délai de mise en œuvre')
    await page.getByRole('textbox', { name: corrigendumText.reason }).fill('Mot omis.')
    await hands.click(button(corrigendumText.make))
    await hands.click(button(corrigendumText.sealing.act))
    await page.getByText(corrigendumText.number(1)).first().waitFor()
    const { corrigenda } = await ask('approval.get', { meetingId })
    expect(corrigenda).toMatchObject([{ number: 1, beforeText: 'délai' }])
    expect(app.complaints).toEqual([])
  })
})

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The saved draft as a reader sends it back: some words replaced in its exchanges, tracked. */
function tracked(from: string, to: string, words: string, by: string, author: string): string {
  const path = join(folder, to)
  const bytes = editDocument(new Uint8Array(readFileSync(join(folder, from))), (xml) => {
    const anchor = anchorWith(xml, words)
    const paragraph = paragraphOf(xml, anchor)
    const text = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, part]) => part ?? '').join('')
    return xml.replace(
      paragraph,
      edited(paragraph, text, { type: 'replace', from: words, to: by, author }, true, 900),
    )
  })
  writeFileSync(path, bytes)
  return path
}

/** The bookmark of the paragraph that says some words. */
function anchorWith(xml: string, words: string): string {
  for (const [paragraph] of xml.matchAll(/<w:p>.*?<\/w:p>/gsu)) {
    const name = /w:name="([^"]+)"/u.exec(paragraph)?.[1]
    if (name !== undefined && paragraph.includes(words)) return name
  }
  throw new Error(`no paragraph says ${words}`)
}
