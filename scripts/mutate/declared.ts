// Changes that once went unnoticed, and the test that notices each since. Named by their text, not by their file: the
// file is the one that holds it.

export type Declared = {
  /** The fault that it plants in the application. */
  readonly what: string
  /** Stands once in the sources. */
  readonly from: string
  readonly to: string
  /** Stands in the same file, where other files hold `from` too. */
  readonly beside?: string
  /** The test file that must fail. */
  readonly noticedBy: string
}

const history = 'test/contract/history-rows.test.ts'
const disk = 'test/db/lying-disk.test.ts'
const archive = 'test/unit/imports-archive.test.ts'
const erased = 'test/contract/merged-person.test.ts'

/** A row of the tables that are left out of something: another one takes a table out beside it. */
const proves = `erasure: { journal: 'proves what was erased' },`

export const declared: readonly Declared[] = [
  {
    what: 'undo overwrites what somebody changed since',
    from: `if (changed.some((column) => current[column] !== source[column])) throw new AppError('undo-conflict')`,
    to: '',
    noticedBy: history,
  },
  {
    what: 'undo leaves the version as it was: another window overwrites without knowing',
    from: 'Number(current.version) + 1',
    to: 'Number(current.version)',
    noticedBy: history,
  },
  {
    what: 'what is typed after an undo joins what was undone',
    from: 'discarded.length > 0 ? null : yield* merge(',
    to: 'yield* merge(',
    noticedBy: history,
  },
  {
    what: 'former names of colleges are not journaled',
    from: proves,
    to: `${proves} college_name: { journal: '' },`,
    noticedBy: history,
  },
  {
    what: 'what the JO delivered of a text is not journaled',
    from: proves,
    to: `${proves} watch_source: { journal: '' },`,
    noticedBy: 'test/contract/deliveries.test.ts',
  },
  {
    what: 'deleted meetings are found',
    from: 'WHERE m.deleted_at IS NULL AND (@from',
    to: 'WHERE (@from',
    noticedBy: 'test/contract/search.test.ts',
  },
  {
    what: 'actions are not found by their organisation',
    from: `NEW.owner || ' ' || NEW.organisation\``,
    to: 'NEW.owner`',
    noticedBy: 'test/contract/search.test.ts',
  },
  {
    what: 'minutes are approved that were changed while their paper was made',
    from: `if (!same(await minutesContent(tx, meetingId), before)) throw new AppError('conflict')`,
    to: '',
    noticedBy: 'test/contract/approval.test.ts',
  },
  {
    what: 'a copy that the disk altered takes the place of the data',
    from: `if ((await hashFile(temporary)) !== (await hashFile(source))) throw new AppError('not-a-backup')`,
    to: '',
    noticedBy: disk,
  },
  {
    what: 'the second copy is not read back',
    from: `read !== manifest?.sha256 || (await hashFile(temporary)) !== read`,
    to: 'read !== manifest?.sha256',
    noticedBy: disk,
  },
  {
    what: 'a backup holds what a transaction had not committed',
    from: 'if (!sqlite.inTransaction) return',
    to: 'return',
    noticedBy: disk,
  },
  {
    what: 'a backup with rows that speak of nothing is called sound',
    from: 'sound: intact && orphans.length === 0',
    to: 'sound: intact',
    noticedBy: disk,
  },
  {
    what: 'two desks have the mark of one generation on a stick',
    from: 'await copyFile(temporary, path, constants.COPYFILE_EXCL)',
    to: 'await copyFile(temporary, path)',
    noticedBy: disk,
  },
  {
    what: 'erasure forgets the entries that were merged into the person',
    from: `for (const { rowId } of texts.removedIn(entry, 'person')) ids.add(rowId)`,
    to: '',
    noticedBy: erased,
  },
  {
    what: 'erased words stay in the segments of the search index',
    from: 'let isMore = await eraseTexts(kind, (texts) => texts.mergeIndex(true))',
    to: 'let isMore = false',
    noticedBy: erased,
  },
  {
    what: 'copies of an erased name stay in the search',
    from: `  eraseSearch(texts, found, sought, alsoMaybe)\n  return done`,
    to: '  return done',
    noticedBy: erased,
  },
  {
    what: 'any account erases on the base of a team',
    from: '}) IS NOT TRUE THEN',
    to: '}) IS NULL THEN',
    noticedBy: 'test/team/erasure.test.ts',
  },
  {
    what: 'an account of the computer takes back what another person did on the base of a team',
    from: `ownOf: () => ({ where: 'made_by = session_user', parameters: [] })`,
    to: `ownOf: (who) => ({ where: 'who = ?', parameters: [who] })`,
    noticedBy: 'test/team/two-desks.test.ts',
  },
  {
    what: 'what others did on the base of a team is said to be taken back',
    from: `OLD.made_by IS DISTINCT FROM session_user\n           OR (OLD.state`,
    to: '(OLD.state',
    noticedBy: 'test/team/past.test.ts',
  },
  {
    what: 'a program under an innocent name is a file of a subject',
    from: "if (isRefusedFile(fileName) || program(head)) return 'refused'",
    to: "if (isRefusedFile(fileName)) return 'refused'",
    noticedBy: 'test/contract/subjects.test.ts',
  },
  {
    what: 'a zip unfolds without a bound',
    from: `total += added\n    if (total > ARCHIVE_LIMITS.totalBytes) throw new AppError('file-inflates')`,
    to: 'total += added',
    noticedBy: archive,
  },
  {
    what: 'a zip may announce any size',
    from: `if (announced > ARCHIVE_LIMITS.totalBytes) throw new AppError('file-inflates')`,
    to: '',
    noticedBy: archive,
  },
  {
    what: 'packed parts of a zip are not counted',
    from: `    count(piece.length)\n`,
    to: '',
    noticedBy: archive,
  },
  {
    what: 'stored parts of a zip are not counted',
    from: `  if (entry.method === 0) count(plain.length)\n`,
    to: '',
    noticedBy: archive,
  },
  {
    what: 'the checksum of a part of a zip is not looked at',
    from: 'plain.length !== entry.size || crc32(plain) !== entry.crc',
    to: 'plain.length !== entry.size',
    noticedBy: archive,
  },
  {
    what: 'an item goes away with the positions taken on it',
    from: `    .union(tx.selectFrom('itemPosition').select('id').where('itemId', 'in', itemIds))\n`,
    to: '',
    beside: 'export async function removeItem(',
    noticedBy: 'test/contract/agenda-rows.test.ts',
  },
  {
    what: 'an item that moved leaves a gap behind',
    from: 'if (item.parentId !== parentId) await renumber(tx, item.meetingId, item.parentId)',
    to: '',
    noticedBy: 'test/contract/agenda-rows.test.ts',
  },
  {
    what: 'the window is not told that something changed',
    from: `this.#emit({ topic: 'changed', ...touched })`,
    to: 'void touched',
    noticedBy: history,
  },
]
