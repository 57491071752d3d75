import type { ReactNode } from 'react'
import type { Input, Output } from '../../electron/contract/index.ts'
import { usePatch } from '../api/use-patch.ts'
import { useQuery } from '../api/use-query.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

type Body = Output<'settings.body'>
type Fields = (body: Body, patch: (change: Input<'settings.updateBody'>['patch']) => void) => ReactNode

/** @param props.children the fields; they are given the body as it is and the way to change it. */
export function BodyPart(props: { title: string; lead: string; children: Fields }) {
  const { title, lead, children } = props
  const body = useQuery('settings.body', {})
  return (
    <section className="stack" aria-label={title}>
      <h2 className="h2">{title}</h2>
      <p className="mute">{lead}</p>
      {body.error === null ? null : <ErrorBanner error={body.error} onRetry={() => void body.refetch()} />}
      {body.data !== undefined ? (
        <BodyForm body={body.data} fields={children} />
      ) : body.error === null ? (
        <Skeleton />
      ) : null}
    </section>
  )
}

function BodyForm({ body: stored, fields }: { body: Body; fields: Fields }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: body,
  } = usePatch('settings.updateBody', { version: stored.version }, stored, (after) => after.version)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <div className="form-grid">{fields(body, patch)}</div>
    </>
  )
}
