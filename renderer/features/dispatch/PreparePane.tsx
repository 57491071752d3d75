import FilePenLine from 'lucide-react/icons/file-pen-line'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import { dispatchKindText, kindHintText, prepareText, dispatchText as text } from '../../text/dispatch.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Refusal } from './month.ts'
import type { Prepare } from './use-prepare.ts'

export function PreparePane(props: {
  kind: DispatchKind
  refusal: Refusal | null
  wasSent: boolean
  isPrimary: boolean
  prepare: Prepare
}) {
  const { kind, prepare } = props
  return (
    <div className="scroll dp-draft">
      {prepare.error === null ? null : <ErrorBanner error={prepare.error} />}
      {prepare.foundNobody ? <Banner tone="warn">{text.noOne}</Banner> : null}
      <EmptyState
        icon={FilePenLine}
        title={dispatchKindText[kind]}
        act={
          <Button
            look={props.isPrimary ? 'primary' : 'plain'}
            unavailable={props.refusal === null ? undefined : text.refusals[props.refusal]}
            busy={prepare.isPending ? text.preparing : undefined}
            onPress={() => prepare.start(kind)}
          >
            {props.wasSent ? text.again : prepareText[kind]}
          </Button>
        }
      >
        {kindHintText[kind]}
        {props.refusal === null ? null : <span className="dp-refusal">{text.refusals[props.refusal]}</span>}
      </EmptyState>
    </div>
  )
}
