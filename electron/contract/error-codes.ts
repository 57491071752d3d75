// The window reads these without zod, which the first screen does without.

/** Refusals: the request is understood and the rules say no. */
const refusals = [
  'invalid-input',
  'not-found',
  'conflict',
  'state-refuses',
  'meeting-over',
  'other-in-session',
  'nobody-convened',
  'project-on-agenda',
  'slot-already-asked',
  'reference-used',
  'approved',
  'meeting-taken-over',
  'nothing-to-undo',
  'undo-conflict',
  'limit-reached',
  'text-too-deep',
  'text-too-long',
  'file-refused',
  'file-not-opened',
  'file-empty',
  'file-already-there',
  'file-too-large',
  'file-inflates',
  'file-damaged',
  'kept-file-missing',
  'kept-file-altered',
  'other-bytes',
  'file-format-unknown',
  'file-format-old-word',
  'file-format-rich-text',
  'file-scanned',
  'file-protected',
  'file-unreadable-in-time',
  'notebook-other-meeting',
  'notebook-empty',
  'notebook-too-long',
  'transcript-empty',
  'transcript-too-long',
  'logo-too-large',
  'drawing-refused',
  'picture-unknown',
  'picture-too-large',
  'picture-missing',
  'colour-illegible',
  'report-too-large',
  'report-unknown',
  'not-a-backup',
  'not-a-parcel',
  'not-a-profile',
  'not-an-archive',
  'not-approved',
  'no-archives-agency',
  'signed-other',
  'signed-changed',
  'not-signed',
  'parcel-altered',
  'parcel-too-large',
  'writer-away',
  'copy-shown',
  'copy-not-arrived',
  'writer-taken',
  'writer-unreadable',
  'writer-other-profile',
  'no-shared-folder',
  'merge-refused',
  'place-refused',
  'move-failed',
  'passphrase-wrong',
  'passphrase-needed',
  'passphrase-weak',
  'encryption-key-missing',
  'encrypted-damaged',
  'encryption-shared-folder',
  'setting-managed',
  'mail-not-chosen',
  'mail-no-sender',
  'mail-password-needed',
  'mail-password-wrong',
  'mail-server-away',
  'mail-certificate',
  'mail-without-tls',
  'mail-no-drafts',
  'mail-recipients-refused',
  'mail-too-large',
  'mail-quota',
  'mail-refused',
  'mail-perhaps-left',
  'mail-already-left',
  'cancelled',
] as const

/** Conditions: the machine or the data are not in a state to answer; the same request may be granted later. */
const conditions = [
  'data-in-use',
  'data-read-only',
  'data-newer',
  'data-damaged',
  'data-missing',
  'disk-failing',
  'data-moved',
  'disk-full',
  'folder-unreachable',
  'folder-gone',
  'folder-read-only',
  'name-too-long',
  'file-locked',
  'core-restarting',
  'busy',
  'writer-moving',
  'data-moving',
  'restore-under-way',
] as const

/** Bugs: anything else; details stay in the log under the reference. */
const bugs = ['unexpected'] as const

export const errorCodes = [...refusals, ...conditions, ...bugs] as const
export type ErrorCode = (typeof errorCodes)[number]

type ErrorKind = 'refusal' | 'condition' | 'bug'

const kinds: ReadonlyMap<ErrorCode, ErrorKind> = new Map<ErrorCode, ErrorKind>([
  ...refusals.map((code) => [code, 'refusal'] as const),
  ...conditions.map((code) => [code, 'condition'] as const),
])

export function errorKind(code: ErrorCode): ErrorKind {
  return kinds.get(code) ?? 'bug'
}

/** Whether the same request may be granted later without being changed: what asked for it is worth keeping. */
export function isCondition(code: ErrorCode): boolean {
  return errorKind(code) === 'condition'
}
