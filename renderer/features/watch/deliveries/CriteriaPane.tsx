import type { WatchCriteria } from '../../../../electron/domain/watch/criteria.ts'
import { WatchNature } from '../../../../electron/domain/watch/watch.ts'
import { watchNatureWords } from '../../../../electron/domain/watch/watch-words.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { deliveriesText as text } from '../../../text/deliveries.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { CheckBox } from '../../../ui/Select.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TextArea } from '../../../ui/TextField.tsx'

/** Acts of the Union are not published in the JO. */
const natures = WatchNature.options.filter((nature) => nature !== 'reglementUE' && nature !== 'directiveUE')
const MAX_LINE = 200

/** `isLooking`: a delivery is on the screen that was examined with the criteria as they were. */
export function CriteriaPane({ isLooking, onClose }: { isLooking: boolean; onClose: () => void }) {
  const read = useQuery('deliveries.criteria', {})
  return (
    <Inspector title={text.criteria} onClose={onClose}>
      {read.error === null ? null : <ErrorBanner error={read.error} onRetry={() => void read.refetch()} />}
      {read.data === undefined ? (
        read.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        <Fields criteria={read.data} isLooking={isLooking} />
      )}
    </Inspector>
  )
}

function Fields({ criteria: stored, isLooking }: { criteria: WatchCriteria; isLooking: boolean }) {
  const {
    patch,
    error,
    retry,
    giveUp,
    row: criteria,
  } = usePatch('deliveries.updateCriteria', { version: stored.version }, stored, (after) => after.version)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} onRetry={retry} onGiveUp={giveUp} />}
      <p className="mute">{text.criteriaLead}</p>
      {isLooking ? <Banner>{text.criteriaLater}</Banner> : null}
      <fieldset className="delivery-natures">
        <legend className="label">{text.natures}</legend>
        <p className="mute t-13">{text.naturesHelp}</p>
        {natures.map((nature) => (
          <CheckBox
            key={nature}
            label={watchNatureWords[nature]}
            checked={criteria.natures.includes(nature)}
            onCommit={(isWanted) =>
              patch({
                natures: isWanted
                  ? [...criteria.natures, nature]
                  : criteria.natures.filter((other) => other !== nature),
              })
            }
          />
        ))}
      </fieldset>
      <TextArea
        label={text.words}
        help={text.wordsHelp}
        rows={8}
        prose={false}
        live={false}
        maxLength={null}
        value={criteria.words.join('\n')}
        onCommit={(words) => patch({ words: linesOf(words, 300) })}
      />
      <TextArea
        label={text.ministries}
        help={text.ministriesHelp}
        rows={4}
        prose={false}
        live={false}
        maxLength={null}
        value={criteria.ministries.join('\n')}
        onCommit={(words) => patch({ ministries: linesOf(words, 100) })}
      />
      <CheckBox
        label={text.nominative}
        checked={criteria.withNominative}
        onCommit={(withNominative) => patch({ withNominative })}
      />
    </>
  )
}

function linesOf(words: string, most: number): string[] {
  const lines = words.split('\n').map((line) => line.trim().slice(0, MAX_LINE))
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, most)
}
