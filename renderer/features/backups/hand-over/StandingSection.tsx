import { useState } from 'react'
import { errorSentences } from '../../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../../electron/contract/index.ts'
import type { ApiError } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast } from '../../../api/toasts.ts'
import { useAct } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { breakable, handOverText as text } from '../../../text/hand-over.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { Banner, type BannerTone, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

type Writer = Output<'handOver.writer'>
type Seen = Output<'handOver.look'>

export function StandingSection(props: {
  writer: Writer
  seen: Seen
  isReading: boolean
  onRefresh: () => void
}) {
  const { writer, seen } = props
  const acts = useHandOver(props.onRefresh)
  const [asked, setAsked] = useState<'break' | 'alone' | null>(null)
  const { tone, words } = sentenceOf(writer, seen)
  const isReadOnly = writer.state !== 'mine'
  return (
    <section className="stack" aria-label={text.standing}>
      <h2 className="h2">{text.standing}</h2>
      <Banner tone={tone}>{words}</Banner>
      {writer.state === 'mine' && seen.standing !== 'offered' ? (
        <p className="mute">{text.mineLead}</p>
      ) : null}
      {seen.folderFailure === null ? null : (
        <Banner tone="warn">
          {isReadOnly ? text.unreachable : null} {errorSentences[seen.folderFailure]}
        </Banner>
      )}
      {seen.copyArrived === false ? <Banner tone="warn">{text.notArrived}</Banner> : null}
      {seen.sharedWriter?.isOtherProfile === true ? <Banner>{text.otherProfile}</Banner> : null}
      {writer.state === 'lost' ? (
        <p className="mute">{writer.deposited ? text.lostDeposited : text.lostLead}</p>
      ) : null}
      {acts.error === null ? null : <ErrorBanner error={acts.error} />}
      <div className="row wrap">
        <Acts writer={writer} seen={seen} acts={acts} />
        {breakable.has(seen.standing) && mayBreak(writer, seen) ? (
          <Button onPress={() => setAsked('break')}>{text.acts.break}</Button>
        ) : null}
        {isReadOnly && seen.folderFailure !== null ? (
          <Button onPress={() => setAsked('alone')}>{text.acts.alone}</Button>
        ) : null}
        <Button look="ghost" busy={props.isReading ? text.acts.refresh : undefined} onPress={props.onRefresh}>
          {text.acts.refresh}
        </Button>
      </div>
      {asked === null ? null : (
        <BreakDialog kind={asked} seen={seen} acts={acts} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function Acts({ writer, seen, acts }: { writer: Writer; seen: Seen; acts: HandOverActs }) {
  const { busy } = acts
  const noFolder = writer.folderName === null ? text.noFolder : undefined
  switch (seen.standing) {
    case 'writing':
    case 'none':
      return writer.state === 'mine' ? (
        <Button
          look="primary"
          unavailable={noFolder}
          busy={busy === 'transmit' ? text.acts.transmitting : undefined}
          onPress={acts.transmit}
        >
          {text.acts.transmit}
        </Button>
      ) : null
    case 'giving':
      return (
        <>
          <Button
            look="primary"
            busy={busy === 'transmit' ? text.acts.transmitting : undefined}
            onPress={acts.transmit}
          >
            {text.acts.finish}
          </Button>
          {busy === null ? <Button onPress={acts.keep}>{text.acts.keep}</Button> : null}
        </>
      )
    case 'taking':
      return (
        <>
          <Button look="primary" busy={busy === 'take' ? text.acts.taking : undefined} onPress={acts.take}>
            {text.acts.finishTaking}
          </Button>
          {writer.canGiveUp ? <Button onPress={acts.giveUp}>{text.acts.giveUp}</Button> : null}
        </>
      )
    case 'waiting':
    case 'offered':
      return (
        <Button
          look="primary"
          unavailable={seen.copyArrived === false ? text.notArrived : undefined}
          busy={busy === 'take' ? text.acts.taking : undefined}
          onPress={acts.take}
        >
          {seen.standing === 'waiting' ? text.acts.takeBack : text.acts.take}
        </Button>
      )
    case 'lost':
      return writer.state === 'lost' && !writer.deposited && writer.otherName !== null ? (
        <Button
          look="primary"
          busy={busy === 'deposit' ? text.acts.depositing : undefined}
          onPress={acts.deposit}
        >
          {text.acts.deposit}
        </Button>
      ) : null
    default:
      return null
  }
}

/** A desk that writes its own data takes others only from a folder that holds a copy of them. */
function mayBreak(writer: Writer, seen: Seen): boolean {
  if (seen.folderFailure !== null) return false
  return (
    writer.state !== 'mine' || seen.standing === 'lost' || (seen.newest !== null && seen.standing !== 'none')
  )
}

function sentenceOf(writer: Writer, seen: Seen): { tone: BannerTone; words: string } {
  const { sharedWriter } = seen
  const folder = writer.folderName ?? ''
  const when = sharedWriter === null ? instantWords(writer.since) : instantWords(sharedWriter.since)
  switch (seen.standing) {
    case 'writing':
    case 'none':
      return writer.state === 'mine' ? { tone: 'ok', words: text.mine } : { tone: 'warn', words: text.none }
    case 'giving':
      return { tone: 'warn', words: text.giving(folder) }
    case 'taking':
      return { tone: 'warn', words: text.taking }
    case 'waiting':
      return { tone: 'info', words: text.waiting(folder, when) }
    case 'beingTaken':
      return { tone: 'info', words: text.beingTaken }
    case 'lost':
      return { tone: 'warn', words: text.lost(writer.otherName ?? sharedWriter?.machineName ?? null) }
    case 'unreadable':
      return { tone: 'warn', words: text.unreadable }
    case 'offered':
      return {
        tone: 'info',
        words: text.offered(sharedWriter?.machineName ?? '', sharedWriter?.who ?? '', when),
      }
    case 'away': {
      const say = writer.state === 'mine' ? text.awayOther : text.away
      return { tone: 'info', words: say(sharedWriter?.machineName ?? '', sharedWriter?.who ?? '', when) }
    }
  }
}

function BreakDialog(props: {
  /** `alone`: without the folder, which is away. */
  kind: 'break' | 'alone'
  seen: Output<'handOver.look'>
  acts: HandOverActs
  onClose: () => void
}) {
  const { kind, seen, acts, onClose } = props
  const isAlone = kind === 'alone'
  const { sharedWriter, newest } = seen
  return (
    <Dialog
      alert
      title={isAlone ? text.aloneTitle : text.breakTitle}
      onClose={onClose}
      onSubmit={() => (isAlone ? acts.alone(onClose) : acts.breakIn(onClose))}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary" busy={acts.busy === null ? undefined : text.acts.taking}>
            {isAlone ? text.aloneConfirm : text.acts.takeBack}
          </Button>
        </>
      }
    >
      {isAlone ? (
        <p>{text.aloneLead}</p>
      ) : (
        <>
          <p>
            {sharedWriter === null
              ? text.breakUnknown
              : text.breakHeld(sharedWriter.machineName, sharedWriter.who, instantWords(sharedWriter.since))}
          </p>
          <p>{newest === null ? text.breakOwn : text.breakFrom(instantWords(newest.at))}</p>
          <p>{text.breakAfter}</p>
        </>
      )}
      {acts.error === null ? null : <ErrorBanner error={acts.error} />}
    </Dialog>
  )
}

type HandOverActs = {
  transmit: () => void
  keep: () => void
  take: () => void
  /** Takes it from a desk that did not put it down. */
  breakIn: (onDone: () => void) => void
  alone: (onDone: () => void) => void
  giveUp: () => void
  deposit: () => void
  busy: 'transmit' | 'take' | 'deposit' | 'alone' | null
  error: ApiError | null
}

/** @param onDone looks at the folder again: an act is refused when another desk was quicker than what is shown. */
function useHandOver(onDone: () => void): HandOverActs {
  // What lies in the folder is looked at again after each act: while it is done the look of before may still be under way.
  const say = (words: string) => ({
    onSuccess: () => {
      showToast(words)
      onDone()
    },
    onError: onDone,
  })
  const transmit = useAct('handOver.transmit', say(text.transmitted))
  const keep = useAct('handOver.keep', say(text.taken))
  const take = useAct('handOver.take', say(text.taken))
  const giveUp = useAct('handOver.giveUp', { onSuccess: onDone, onError: onDone })
  const alone = useAct('handOver.takeAlone', say(text.taken))
  const deposit = useAct('handOver.deposit', say(text.deposited))
  const all = [transmit, keep, take, giveUp, alone, deposit]
  return {
    // Text typed and not yet sent belongs to what is handed over.
    transmit: () => void outbox.flush().then(() => transmit.mutate({})),
    keep: () => keep.mutate({}),
    take: () => take.mutate({ breaks: false }),
    breakIn: (onSuccess) => take.mutate({ breaks: true }, { onSuccess }),
    alone: (onSuccess) => alone.mutate({}, { onSuccess }),
    giveUp: () => giveUp.mutate({}),
    deposit: () => deposit.mutate({}),
    busy: transmit.isPending
      ? 'transmit'
      : take.isPending || keep.isPending
        ? 'take'
        : deposit.isPending
          ? 'deposit'
          : alone.isPending
            ? 'alone'
            : null,
    error: all.find(({ error }) => error !== null)?.error ?? null,
  }
}
