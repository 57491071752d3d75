import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SavedDocument } from '../../electron/contract/documents.ts'
import { formatsToSave } from '../../electron/contract/saved-files.ts'
import type { Core } from '../../electron/features/core.ts'
import type { ShellMethods } from '../../electron/shell/shell-table.ts'

/** What the next dialog answers with; none = given up. */
export type Chosen = { open: readonly string[]; save: string | null }

/** What the shell answers of all that the screens and the month ask of it, without a system around it. */
export function shellAnswers(core: Core, chosen: Chosen): Partial<ShellMethods> {
  const saved = (path: string, producedId: string | null): SavedDocument => ({
    token: randomUUID(),
    fileName: basename(path),
    producedId,
    besideName: null,
  })
  const nothing = async () => ({ ok: true, value: {} }) as const
  return {
    'app.info': async () => ({ ok: true, value: { version: '0.0.0', platform: 'linux', electron: '0' } }),
    'app.textSize': async () => ({ ok: true, value: { percent: 100 } }),
    'settings.managed': async () => ({ ok: true, value: { from: null, settled: {}, faults: [] } }),
    'sending.password': async () => ({ ok: true, value: { standing: 'none', canKeep: false } }),
    'legifrance.access': async () => ({
      ok: true,
      value: { clientId: null, secret: { standing: 'none', canKeep: false } },
    }),
    'desk.asked': async () => ({ ok: true, value: null }),
    'desk.showRecent': nothing,
    'desk.incidents': async () => ({ ok: true, value: { count: 0, lastAt: null } }),
    'presenter.window': async () => ({ ok: true, value: { isOpen: false } }),
    'imports.choose': async () => {
      const [path] = chosen.open
      if (path === undefined) return { ok: true, value: null }
      return { ok: true, value: { fileName: basename(path), bytes: new Uint8Array(readFileSync(path)) } }
    },
    'attachments.choose': (place) => core.internal('addAttachmentFiles', { ...place, paths: chosen.open }),
    'settings.chooseCopyFolder': async () => {
      const [path] = chosen.open
      return path === undefined ? { ok: true, value: null } : core.internal('setCopyFolder', { path })
    },
    'documents.save': async (subject) => {
      const [format] = formatsToSave(subject)
      if (chosen.save === null || format === undefined) return { ok: true, value: null }
      const path = chosen.save.endsWith(`.${format}`) ? chosen.save : `${chosen.save}.${format}`
      const written = await core.internal('writeDocument', { subject, format, path })
      return written.ok ? { ok: true, value: saved(path, written.value.producedId) } : written
    },
    'documents.saveDraft': async ({ meetingId }) => {
      if (chosen.save === null) return { ok: true, value: null }
      const base = chosen.save.replace(/\.docx$/u, '')
      const written = await core.internal('writeDraft', { meetingId, base })
      if (!written.ok) return written
      const { docx, pdf } = written.value
      return {
        ok: true,
        value: { docx: saved(docx.path, docx.producedId), pdf: saved(pdf.path, pdf.producedId) },
      }
    },
  }
}
