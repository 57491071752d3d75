import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { defined, updateRow } from '../../db/rows.ts'
import { shippedTemplates } from '../../documents/text/dispatch.ts'
import { DispatchKind, type DispatchTemplate } from '../../domain/dispatch/dispatch.ts'
import { unknownFields } from '../../domain/text/template-fields.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'

export async function templatesOf(tx: Reader): Promise<DispatchTemplate[]> {
  const changed = await tx.selectFrom('dispatchTemplate').selectAll().execute()
  return DispatchKind.options.map((kind) => {
    const own = changed.find((row) => row.kind === kind)
    return own === undefined
      ? { kind, version: 0, ...shippedTemplates[kind] }
      : { kind, version: own.version, subject: own.subject, body: own.body }
  })
}

export async function templateOf(tx: Reader, kind: DispatchKind): Promise<DispatchTemplate> {
  const template = (await templatesOf(tx)).find((candidate) => candidate.kind === kind)
  if (template === undefined) throw new Error(`no template for ${kind}`)
  return template
}

export async function updateTemplate(
  { tx, now, mergeAs }: WriteContext,
  { kind, version, patch }: Parsed<'dispatch.updateTemplate'>,
): Promise<DispatchTemplate[]> {
  const [unknown] = unknownFields(kind, `${patch.subject ?? ''}\n${patch.body ?? ''}`)
  if (unknown !== undefined) throw new AppError('invalid-input', { field: unknown })
  mergeAs(`template ${kind} ${Object.keys(patch).join()}`)
  const row = await tx
    .selectFrom('dispatchTemplate')
    .select(['id', 'version'])
    .where('kind', '=', kind)
    .executeTakeFirst()
  if ((row?.version ?? 0) !== version) throw new AppError('conflict')
  if (row !== undefined) await updateRow(tx, 'dispatchTemplate', row, defined(patch))
  else
    await tx
      .insertInto('dispatchTemplate')
      .values({ ...shippedTemplates[kind], ...defined(patch), id: newId(now), version: 1, kind })
      .execute()
  return templatesOf(tx)
}

export async function resetTemplate({ tx }: WriteContext, kind: DispatchKind): Promise<DispatchTemplate[]> {
  await tx.deleteFrom('dispatchTemplate').where('kind', '=', kind).execute()
  return templatesOf(tx)
}
