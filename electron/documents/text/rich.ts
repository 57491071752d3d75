export const richText = {
  /** Said of a picture to who does not see it, while nobody has described it. */
  undescribed: 'Image sans description',
} as const
