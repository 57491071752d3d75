import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { ErrorCode, type Failure } from '../../electron/contract/errors.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { OutboxActs } from '../../renderer/api/outbox/acts.ts'
import { type Fate, fateOf, Outbox, PAUSE_MS, RETRY_MS } from '../../renderer/api/outbox/outbox.ts'
import { OutboxRow, type Row } from '../../renderer/api/outbox/row.ts'

/** How what was typed goes on when the core says this. A code that is missing here does not compile. */
const fates: Record<ErrorCode, Fate> = {
  'invalid-input': 'shown',
  'not-found': 'shown',
  'sample-built-on': 'shown',
  'not-for-a-team': 'shown',
  'team-older': 'shown',
  'team-missing': 'shown',
  'team-incomplete': 'shown',
  'team-current': 'shown',
  'team-there': 'shown',
  'team-encoding': 'shown',
  'team-server-old': 'shown',
  'team-no-account': 'shown',
  'team-role-stays': 'shown',
  'team-none': 'shown',
  'data-there': 'shown',
  'team-password-needed': 'shown',
  'team-password-wrong': 'shown',
  'team-not-allowed': 'shown',
  'team-certificate': 'shown',
  'team-file-refused': 'shown',
  'team-perhaps-done': 'shown',
  'update-away': 'tried-again',
  'legifrance-away': 'tried-again',
  'legifrance-no-keys': 'shown',
  'legifrance-keys-refused': 'shown',
  'legifrance-not-there': 'shown',
  'legifrance-limit': 'shown',
  'team-away': 'tried-again',
  'team-crowded': 'tried-again',
  'team-full': 'tried-again',
  'team-read-only': 'tried-again',
  conflict: 'merged',
  'state-refuses': 'shown',
  'item-written': 'shown',
  'line-reworded': 'shown',
  'day-told': 'shown',
  'meeting-begun': 'shown',
  'meeting-over': 'shown',
  'meeting-to-come': 'shown',
  'minutes-out': 'shown',
  'other-in-session': 'shown',
  'nobody-convened': 'shown',
  'project-on-agenda': 'shown',
  'slot-already-asked': 'shown',
  'reference-used': 'shown',
  'in-use': 'shown',
  approved: 'shown',
  'meeting-sealed': 'shown',
  'meeting-taken-over': 'shown',
  'nothing-to-undo': 'shown',
  'nothing-to-redo': 'shown',
  'undo-conflict': 'shown',
  'undo-past-seal': 'shown',
  'act-passed': 'shown',
  'limit-reached': 'shown',
  'text-too-deep': 'shown',
  'text-too-long': 'shown',
  'file-refused': 'shown',
  'file-not-opened': 'shown',
  'file-empty': 'shown',
  'file-already-there': 'shown',
  'file-too-large': 'shown',
  'file-inflates': 'shown',
  'file-damaged': 'shown',
  'kept-file-missing': 'shown',
  'kept-file-altered': 'shown',
  'other-bytes': 'shown',
  'file-format-unknown': 'shown',
  'file-format-old-word': 'shown',
  'file-format-rich-text': 'shown',
  'file-scanned': 'shown',
  'file-protected': 'shown',
  'file-unreadable-in-time': 'shown',
  'notebook-other-meeting': 'shown',
  'notebook-empty': 'shown',
  'notebook-too-long': 'shown',
  'transcript-empty': 'shown',
  'transcript-too-long': 'shown',
  'logo-too-large': 'shown',
  'drawing-refused': 'shown',
  'picture-unknown': 'shown',
  'picture-too-large': 'shown',
  'picture-missing': 'shown',
  'colour-illegible': 'shown',
  'template-refused': 'shown',
  'report-too-large': 'shown',
  'report-unknown': 'shown',
  'not-a-backup': 'shown',
  'not-a-parcel': 'shown',
  'not-a-profile': 'shown',
  'not-an-archive': 'shown',
  'not-approved': 'shown',
  'no-archives-agency': 'shown',
  'not-a-pdf': 'shown',
  'signed-other': 'shown',
  'signed-changed': 'shown',
  'not-signed': 'shown',
  'parcel-altered': 'shown',
  'parcel-too-large': 'shown',
  'writer-away': 'shown',
  'copy-shown': 'shown',
  'copy-not-arrived': 'shown',
  'writer-taken': 'shown',
  'writer-unreadable': 'shown',
  'writer-other-profile': 'shown',
  'no-shared-folder': 'shown',
  'merge-refused': 'shown',
  'place-refused': 'shown',
  'move-failed': 'shown',
  'passphrase-wrong': 'shown',
  'recovery-key-mistyped': 'shown',
  'passphrase-needed': 'shown',
  'passphrase-weak': 'shown',
  'encryption-key-missing': 'shown',
  'encrypted-damaged': 'shown',
  'encryption-shared-folder': 'shown',
  'setting-managed': 'shown',
  'update-in-session': 'shown',
  'update-unsaved': 'shown',
  'mail-not-chosen': 'shown',
  'mail-no-sender': 'shown',
  'mail-password-needed': 'shown',
  'mail-password-wrong': 'shown',
  'mail-server-away': 'shown',
  'mail-certificate': 'shown',
  'mail-without-tls': 'shown',
  'mail-no-drafts': 'shown',
  'mail-recipients-refused': 'shown',
  'mail-too-large': 'shown',
  'mail-quota': 'shown',
  'mail-refused': 'shown',
  'mail-perhaps-left': 'shown',
  'mail-under-way': 'shown',
  'mail-left-after-all': 'shown',
  'mail-refused-after-all': 'shown',
  'mail-already-left': 'shown',
  cancelled: 'shown',
  'data-in-use': 'tried-again',
  'data-read-only': 'tried-again',
  'data-newer': 'tried-again',
  'data-damaged': 'tried-again',
  'data-missing': 'tried-again',
  'disk-failing': 'tried-again',
  'data-moved': 'tried-again',
  'data-place-unsure': 'tried-again',
  'disk-full': 'tried-again',
  'folder-unreachable': 'tried-again',
  'folder-gone': 'tried-again',
  'folder-read-only': 'tried-again',
  'name-too-long': 'tried-again',
  'file-locked': 'tried-again',
  'core-restarting': 'tried-again',
  busy: 'tried-again',
  'writer-moving': 'tried-again',
  'data-moving': 'tried-again',
  'restore-under-way': 'tried-again',
  unexpected: 'shown',
}

const table = ErrorCode.options.map((code) => [code, fates[code]] as const)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A core that says `code` once, and does what is asked from then on. */
function refusingOnce(code: ErrorCode) {
  const asked: string[] = []
  const once = <T>(words: string, value: () => T): Envelope<T> => {
    asked.push(words)
    const error: Failure = { code, ref: 'r1' }
    return asked.length === 1 ? { ok: false, error } : { ok: true, value: value() }
  }
  return { asked, once }
}

function typedRow(code: ErrorCode, said = refusingOnce(code)) {
  const outbox = new Outbox()
  let stored: Row<{ text: string; note: string }> = { id: 'r', version: 7, text: '', note: 'theirs' }
  const row = outbox.open('r', () => {
    return new OutboxRow<{ text: string; note: string }>(
      { id: 'r', version: 1, text: '', note: '' },
      {
        update: async (version, patch) =>
          said.once(String(patch.text), () => {
            stored = { ...stored, ...patch, version: version + 1 }
            return stored
          }),
        read: async () => ({ ok: true, value: stored }),
      },
    )
  })
  outbox.retain('r', row)
  row.edit('text', () => 'typed')
  return { outbox, row, asked: said.asked, stored: () => stored }
}

class Lines extends OutboxActs<string, null> {
  readonly #once: (words: string) => Envelope<null>

  constructor(once: (words: string) => Envelope<null>) {
    super()
    this.#once = once
  }

  protected async send(words: string) {
    return this.#once(words)
  }

  protected stored(): void {}

  protected textsOf(words: string) {
    return [words]
  }
}

it('every code of the contract has its fate', () => {
  expect(table).toHaveLength(ErrorCode.options.length)
  for (const [code, fate] of table) expect([code, fateOf(code)]).toEqual([code, fate])
})

describe('a text that meets', () => {
  it.each(table)('%s is kept, said, and %s', async (code, fate) => {
    const { outbox, row, asked, stored } = typedRow(code)
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 10)
    expect(row.value('text')).toBe('typed')
    expect(errorSentences[code]).not.toBe('')
    if (fate === 'merged') {
      expect(asked).toEqual(['typed', 'typed'])
      expect(stored()).toMatchObject({ text: 'typed', note: 'theirs' })
      expect(outbox.state().phase).toBe('saved')
      return
    }
    expect(asked).toEqual(['typed'])
    expect(outbox.state()).toMatchObject({ phase: 'failed', failure: { code } })
    // That the core restarts is said by the frame, of the whole window.
    expect(row.error?.code).toBe(code === 'core-restarting' ? undefined : code)
    await vi.advanceTimersByTimeAsync(20 * RETRY_MS)
    expect(asked).toEqual(fate === 'tried-again' ? ['typed', 'typed'] : ['typed'])
    if (fate === 'shown') {
      row.edit('text', () => 'typed again')
      await vi.advanceTimersByTimeAsync(PAUSE_MS + 10)
    }
    expect(stored().text).toBe(fate === 'shown' ? 'typed again' : 'typed')
    expect(outbox.state()).toMatchObject({ phase: 'saved', failure: null })
    expect(row.error).toBeNull()
  })
})

describe('an act that meets', () => {
  it.each(table)('%s is kept in its place, said, and %s', async (code, fate) => {
    const { asked, once } = refusingOnce(code)
    const outbox = new Outbox()
    const lines = outbox.open('lines', () => new Lines((words) => once(words, () => null)))
    outbox.retain('lines', lines)
    void lines.add('first')
    await vi.advanceTimersByTimeAsync(10)
    expect(lines.line[0]?.act).toBe('first')
    expect(outbox.state().phase).not.toBe('saved')
    void lines.add('second')
    await vi.advanceTimersByTimeAsync(20 * RETRY_MS)
    if (fate === 'tried-again') expect(asked).toEqual(['first', 'first', 'second'])
    else {
      expect(asked).toEqual(['first', 'second'])
      expect(lines.line.map(({ act, refused }) => [act, refused?.code])).toEqual([['first', code]])
      lines.retry(lines.line[0]?.key ?? 0)
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(lines.line).toEqual([])
    expect(outbox.state().phase).toBe('saved')
  })
})
