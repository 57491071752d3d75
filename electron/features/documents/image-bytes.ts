import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import { keptBytes } from '../../db/files/store.ts'
import { imagesOf } from '../../documents/image.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { LongContext } from '../context.ts'

/** @throws AppError `picture-missing` */
export async function imageBytes(
  { dataFolder }: Pick<LongContext, 'dataFolder'>,
  model: DocumentModel,
): Promise<ImageBytes> {
  return Promise.all(
    imagesOf(model).map(async (image) => ({
      sha256: image.sha256,
      bytes: await keptBytes(dataFolder, image.sha256).catch((cause: unknown) => {
        throw new AppError('picture-missing', { cause })
      }),
    })),
  )
}
