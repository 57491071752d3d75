import { AppError } from '../../contract/errors.ts'
import { keepBytes, keptBytes } from '../../db/files/store.ts'
import { pictureFormat } from '../../domain/documents/picture.ts'
import type { Handlers } from '../context.ts'
import { openMinutes } from '../reads/minutes.ts'

export const pictureHandlers: Pick<Handlers<'minutes'>, 'minutes.picture' | 'minutes.addPicture'> = {
  async 'minutes.picture'({ dataFolder }, { sha256 }) {
    const bytes = await keptBytes(dataFolder, sha256)
    const format = pictureFormat(bytes)
    // The store holds all kinds of files: this is no way to the others.
    if (format !== 'png' && format !== 'jpeg') throw new AppError('not-found')
    return { bytes, mediaType: `image/${format}` }
  },
  async 'minutes.addPicture'(context, { meetingId, bytes }) {
    await context.read(({ tx }) => openMinutes(tx, meetingId))
    const clean = await context.runJob('cleanPicture', { bytes })
    const { mediaType, width, height } = clean
    return { sha256: await keepBytes(context.dataFolder, clean.bytes), mediaType, width, height }
  },
}
