import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Mail } from '../../electron/domain/dispatch/mail.ts'
import { mailTitle } from '../../electron/domain/dispatch/mail-thread.ts'
import { readMail } from '../../electron/imports/mail/read-mail.ts'
import { badMails } from '../fixtures/mails/bad-files.ts'
import { expectedMails } from '../fixtures/mails/expected.ts'

const folder = fileURLToPath(new URL('../fixtures/mails/', import.meta.url))
const mailsIn = (path: string) => readdirSync(path).filter((name) => /\.(?:msg|eml)$/.test(name))
const read = async (path: string, fileName: string) =>
  Mail.parse(await readMail({ fileName, bytes: new Uint8Array(readFileSync(join(path, fileName))) }))
/** Spaces of every kind count as one. */
const plain = (text: string) => text.replace(/\s+/gu, ' ')

describe('a mail', () => {
  it('has its expected reading, and every expectation its file', () => {
    expect(mailsIn(folder).sort()).toEqual(Object.keys(expectedMails).sort())
    expect(mailsIn(join(folder, 'bad')).sort()).toEqual(Object.keys(badMails).sort())
  })

  it.each(Object.entries(expectedMails))('%s', async (fileName, expected) => {
    const mail = await read(folder, fileName)
    expect(plain(mail.subject)).toBe(plain(expected.subject))
    expect(plain(mailTitle(mail.subject))).toBe(plain(expected.title))
    expect(mail.from).toEqual(expected.from)
    expect(mail.sentAt).toBe(expected.sentAt)
    expect(mail.messageId).toBe(expected.messageId)
    expect([...new Set([...mail.references, mail.inReplyTo])].filter((id) => id !== '')).toEqual(
      expected.refersTo,
    )
    let at = 0
    for (const words of expected.says) {
      at = plain(mail.text).indexOf(plain(words), at)
      expect(at, `"${words}" in "${mail.text}"`).toBeGreaterThanOrEqual(0)
      at += plain(words).length
    }
    for (const words of expected.saysNot ?? []) expect(mail.text).not.toContain(words)
    const files = mail.attachments.filter(({ isInline }) => !isInline)
    expect(files.map((file) => file.fileName)).toEqual(expected.files.map(({ name }) => name))
    for (const [index, { bytes }] of expected.files.entries()) {
      if (bytes === null) expect(files[index]?.bytes.length).toBeGreaterThan(0)
      else expect(Buffer.compare(files[index]?.bytes ?? new Uint8Array(), bytes)).toBe(0)
    }
  })

  it.each(Object.entries(expectedMails).filter(([, { calendar }]) => calendar !== undefined))(
    '%s carries the answer of a calendar',
    async (fileName, { calendar }) => {
      const mail = await read(folder, fileName)
      expect(mail.calendar).toContain(`METHOD:${calendar?.method}`)
      expect(mail.calendar?.replace(/\r?\n[ \t]/g, '')).toContain(`PARTSTAT=${calendar?.answer}`)
      expect(mail.calendar?.replace(/\r?\n[ \t]/g, '')).toContain(calendar?.attendee ?? '')
      expect(mail.answer).toBe(calendar?.answer.toLowerCase())
    },
  )
})

describe('a bad file', () => {
  it.each(Object.entries(badMails))('%s', async (fileName, { code }) => {
    await expect(read(join(folder, 'bad'), fileName)).rejects.toMatchObject({ code })
  })
})
