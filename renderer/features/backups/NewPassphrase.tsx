import Dices from 'lucide-react/icons/dices'
import { useState } from 'react'
import {
  PROPOSAL_BYTES,
  passphraseStrength,
  proposedPassphrase,
  usedPassphrase,
} from '../../../electron/domain/text/passphrase.ts'
import { passphraseText, encryptionText as text } from '../../text/encryption.ts'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'

/** `onChange` is given null as long as it cannot be used. */
export function NewPassphrase(props: { label: string; onChange: (passphrase: string | null) => void }) {
  const [typed, setTyped] = useState({ first: '', again: '' })
  const [isProposed, setProposed] = useState(false)
  const change = (next: typeof typed, proposed = false) => {
    setTyped(next)
    setProposed(proposed)
    const isSame = usedPassphrase(next.first) === usedPassphrase(next.again)
    props.onChange(isSame && passphraseStrength(next.first) !== 'refused' ? next.first : null)
  }
  const propose = () => {
    const words = proposedPassphrase(crypto.getRandomValues(new Uint8Array(PROPOSAL_BYTES)))
    change({ first: words, again: words }, true)
  }
  const strength = passphraseStrength(typed.first)
  const differs = typed.again !== '' && usedPassphrase(typed.first) !== usedPassphrase(typed.again)
  return (
    <>
      <PassphraseField
        key={isProposed ? 'proposed' : 'typed'}
        label={props.label}
        value={typed.first}
        isShown={isProposed}
        help={typed.first === '' ? text.help : text.strengths[strength]}
        onChange={(first) => change({ ...typed, first })}
      />
      <PassphraseField
        label={passphraseText.again}
        value={typed.again}
        error={differs ? text.differs : undefined}
        onChange={(again) => change({ ...typed, again })}
      />
      <div className="row wrap">
        <Button small icon={Dices} onPress={propose}>
          {text.propose}
        </Button>
        {isProposed ? (
          <span className="mute" role="status">
            {text.proposed}
          </span>
        ) : null}
      </div>
    </>
  )
}
