import { AppError } from '../../../contract/errors.ts'
import { keptBytes } from '../../../db/files/store.ts'
import { defined, getRow } from '../../../db/rows.ts'
import { isLegible } from '../../../domain/documents/document-style.ts'
import type { Handlers } from '../../context.ts'
import { getStyle, listedLetterheads } from '../../reads/document-style.ts'
import { addLetterhead, removeLetterhead, updateLetterhead } from './letterheads.ts'
import { addLogo, moveLogo, removeLogo, updateLogo } from './logos.ts'
import { resetSentence, sentencesOf, updateSentence } from './sentences.ts'

export const handlers: Handlers<'documentStyle'> = {
  'documentStyle.get': ({ tx }) => getStyle(tx),
  'documentStyle.letterheads': ({ tx }) => listedLetterheads(tx),
  'documentStyle.sentences': ({ tx }) => sentencesOf(tx),
  async 'documentStyle.logoImage'({ tx, dataFolder }, { id }) {
    const { sha256, mediaType } = await getRow(tx, 'logo', id)
    return { bytes: await keptBytes(dataFolder, sha256), mediaType }
  },
  async 'documentStyle.update'({ tx, mergeAs }, { version, patch }) {
    for (const field of colours) {
      const colour = patch[field]
      if (colour !== undefined && !isLegible(colour)) throw new AppError('colour-illegible', { field })
    }
    mergeAs(`document style ${Object.keys(patch).join()}`)
    const { hiddenSections, embedsData, ...rest } = patch
    const { numUpdatedRows } = await tx
      .updateTable('documentStyle')
      .set({
        ...defined(rest),
        ...(hiddenSections === undefined ? {} : { hiddenSections: JSON.stringify(hiddenSections) }),
        ...(embedsData === undefined ? {} : { embedsData: embedsData ? 1 : 0 }),
        version: version + 1,
      })
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new AppError('conflict')
    return getStyle(tx)
  },
  'documentStyle.addLetterhead': addLetterhead,
  'documentStyle.updateLetterhead': updateLetterhead,
  'documentStyle.removeLetterhead': removeLetterhead,
  'documentStyle.updateLogo': updateLogo,
  'documentStyle.moveLogo': moveLogo,
  'documentStyle.removeLogo': removeLogo,
  'documentStyle.updateSentence': updateSentence,
  'documentStyle.resetSentence': (context, { key }) => resetSentence(context, key),
  'documentStyle.addLogo': addLogo,
}

const colours = ['accent', 'decisionColour', 'actionColour'] as const
