import type { Text } from '#kernel/language/text.ts'
import { acceptanceOver } from '../information/server/information.clocks.ts'
import { riskReasons } from '../risk/reasons.ts'

/** The reasons the areas give for what the product does by itself, beside those that name the records they follow from. */
export const varnaReasons: readonly Text[] = [...Object.values(riskReasons), acceptanceOver]
