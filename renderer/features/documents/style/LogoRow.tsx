import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash2 from 'lucide-react/icons/trash-2'
import { useEffect, useState } from 'react'
import type { Logo } from '../../../../electron/domain/documents/letterhead.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'

export function LogoRow({ logo: stored, rank, last }: { logo: Logo; rank: number; last: boolean }) {
  const { id, version, fileName, role, letterheadId } = stored
  const { patch, error, retry, giveUp, row } = usePatch(
    'documentStyle.updateLogo',
    { id, version },
    stored,
    (all) => all.find((one) => one.id === letterheadId)?.logos.find((one) => one.id === id)?.version,
  )
  const { alt } = row
  const move = useWrite('documentStyle.moveLogo')
  const remove = useWrite('documentStyle.removeLogo', {
    onSuccess: () => showUndoToast(text.logoRemoved(fileName)),
  })
  const failure = error ?? move.error ?? remove.error
  const isPartner = role === 'partner'
  return (
    <fieldset className="style-logo" aria-label={text.logoLine(rank + 1, fileName)}>
      {failure === null ? null : (
        <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
      )}
      <LogoPicture id={id} alt={alt} />
      <div className="grow">
        <TextField
          label={text.alt}
          prose
          value={alt}
          help={text.altHelp}
          error={alt.trim() === '' ? text.altMissing : undefined}
          onCommit={(typed) => patch({ alt: typed.trim() })}
        />
        <p className="mute small cut">{fileName}</p>
      </div>
      <div className="row style-logo-acts">
        {isPartner && rank > 0 ? (
          <Button
            writes
            look="ghost"
            icon={ArrowUp}
            steps
            label={text.up(fileName)}
            onPress={() => move.mutate({ id, version, index: rank - 1 })}
          />
        ) : null}
        {isPartner && !last ? (
          <Button
            writes
            look="ghost"
            icon={ArrowDown}
            steps
            label={text.down(fileName)}
            onPress={() => move.mutate({ id, version, index: rank + 1 })}
          />
        ) : null}
        <Button
          look="ghost"
          icon={Trash2}
          label={text.remove(fileName)}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
    </fieldset>
  )
}

/** On white, as on paper, whatever the theme. */
function LogoPicture({ id, alt }: { id: string; alt: string }) {
  const image = useQuery('documentStyle.logoImage', { id })
  const [address, setAddress] = useState<string | null>(null)
  const { data } = image
  useEffect(() => {
    if (data === undefined) return
    const made = URL.createObjectURL(new Blob([new Uint8Array(data.bytes)], { type: data.mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  return (
    <div className="style-logo-paper">
      {image.error === null ? null : <ErrorBanner error={image.error} />}
      {address === null ? null : <img src={address} alt={alt} />}
    </div>
  )
}
