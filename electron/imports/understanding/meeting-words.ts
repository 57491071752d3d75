/** Source of a pattern over folded words. */
export const MEETINGS =
  'reunions?|reus?|cercles?|seances?|rencontres?|plenieres?|sessions?|bureaux?|comites?|conseils?|commissions?|groupes?|copils?|cotechs?|ateliers?|assemblees?|conferences?|instances?|gts?|rendez-vous|rdv|jurys?|ag|ca|codirs?|comex|point|colleges?|cse|webinaires?'

/** Speaks of a meeting; of folded words. */
export const MEETING_WORD =
  /\b(?:reunions?|seances?|comites?|commission|groupe|gt|pleniere|instance|conseil|convocation|invitation|ordre du jour|atelier|session|copil|rencontre|bureau|assemblee|conference|jury|cse|aura lieu|se tiendra|se reuni(?:ra|t)|s'est reunie?)\b/
