import type { Importer, Wording } from '#kernel/exchange/importer.ts'
import { classificationImporter } from '../information/server/import-classifications.ts'
import { riskWording } from '../risk/server/risk-wording.ts'

/** Every way of bringing in a list whose rows become more than one record. */
export const varnaImporters: readonly Importer[] = [classificationImporter]

/** Every register whose cells are understood by data of the authority's own. */
export const varnaWordings: readonly Wording[] = [riskWording]
