import type { Importer } from '#kernel/exchange/importer.ts'
import { classificationImporter } from '../information/server/import-classifications.ts'

/** Every way of bringing in a list whose rows become more than one record. */
export const varnaImporters: readonly Importer[] = [classificationImporter]
