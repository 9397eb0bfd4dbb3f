/** The names of the database schemas of one authority; they are a setting, so that one server holds many authorities. */
export interface Schemas {
  /** The records as they are now, and the product's own tables. */
  readonly live: string
  /** Every version of every record. */
  readonly history: string
  /** Views that look like the live tables but show them as they were. */
  readonly asOf: string
  /** The database role the application works as. */
  readonly app: string
  /** The role that plays a demonstration's past into an empty database. */
  readonly loader: string
}

export const schemasNamed = (
  name: string,
  roles: { app: string; loader: string } = { app: `${name}_app`, loader: `${name}_loader` },
): Schemas => ({
  live: name,
  history: `${name}_history`,
  asOf: `${name}_as_of`,
  ...roles,
})

/** Puts the names of the schemas into a script: `{live}`, `{history}`, `{asOf}`, `{app}`, `{loader}`. */
export const inSchemas = (script: string, schemas: Schemas): string =>
  script.replace(/\{(live|history|asOf|app|loader)\}/g, (_, key: keyof Schemas) => `"${schemas[key]}"`)
