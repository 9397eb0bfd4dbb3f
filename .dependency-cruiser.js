/**
 * The map of the house. Each rule is a wall: its name is what it keeps apart, its comment is why.
 * `node tools/checks/boundaries.ts` walks every import and refuses the first one that goes through a wall.
 *
 *   areas/      what the product knows: one folder per area, and catalogue.ts, which lists every register
 *   kernel/     how a register works, whatever it holds; knows no area
 *   server/     the process: HTTP, identity, the embedded database, reports, the command line
 *   web/        the shell and the pages in the browser
 *   database/   migrations and the demonstration authority
 *   journeys/, bench/, tools/   stand outside the product and may look at all of it
 */
/** Tests, and what only tests use: the contract every register is held to, and the misfit register. */
const test = '\\.test\\.tsx?$|^areas/contract/|^kernel/testing/'
/** Rooms inside the product that run only on the server. */
const rooms = ['^areas/server/', '^areas/[^/]+/server/', '^kernel/(store|gate|exchange|history)/', '^kernel/[^/]+/server/']
const serverRooms = ['^(server|database)/', ...rooms]
const screens = ['^web/', '^kernel/screens/', '^areas/[^/]+/web/']

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'the kernel knows no area',
      comment: 'A register works the same whatever it holds. What only one area needs is that area’s own.',
      severity: 'error',
      from: { path: '^kernel/', pathNot: test },
      to: { path: '^areas/' },
    },
    {
      name: 'an area knows no other area',
      comment:
        'Registers refer to each other by name and the catalogue resolves the names. What several areas measure with is common (areas/scales/). Only the tables of contents (areas/catalogue.ts, areas/server/) and the contract every register is held to (areas/contract/) see all areas.',
      severity: 'error',
      from: { path: '^areas/([^/]+)/', pathNot: '^areas/(server|contract)/' },
      to: { path: '^areas/', pathNot: '^areas/($1|scales)/' },
    },
    {
      name: 'the product does not lean on its checks',
      comment: 'Journeys, measurements and tools look at the product from outside; nothing in it depends on them.',
      severity: 'error',
      from: { path: '^(areas|kernel|server|web|database)/', pathNot: test },
      to: { path: '^(journeys|bench|tools)/' },
    },
    {
      name: 'the browser never sees the server',
      comment: 'What is imported here is sent to every visitor: no rules of access in SQL, no store, no server room.',
      severity: 'error',
      from: { path: screens },
      to: { path: serverRooms },
    },
    {
      name: 'the server never sees the screens',
      comment: 'The server answers with records and rights; how they look is decided in the browser.',
      severity: 'error',
      from: { path: serverRooms },
      to: { path: screens },
    },
    {
      name: 'the kernel and the areas know no process',
      comment: 'They are used by the web server, the command line, imports and tests alike, and start none of them. (Tests may.)',
      severity: 'error',
      from: { path: '^(kernel|areas)/', pathNot: test },
      to: { path: '^(server|database)/' },
    },
    {
      name: 'only screens use the browser’s components',
      comment: 'web/ is the shell and the design; the generic screens of the kernel and the pages of the areas are drawn with it.',
      severity: 'error',
      from: { path: '^(kernel|areas)/', pathNot: screens },
      to: { path: screens },
    },
    {
      name: 'shared code runs everywhere',
      comment: 'Definitions, rules and words run in the browser as well as on the server, so they use nothing of Node.',
      severity: 'error',
      from: {
        path: '^(kernel|areas|web)/',
        pathNot: [test, ...rooms],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the shell knows no definitions',
      comment:
        'The definitions of registers grow with the product. They are fetched with the pages that show records (web/shell/Records.tsx); the rest finds its way by the table of contents in the session, so that the first page stays light.',
      severity: 'error',
      from: { path: '^web/', pathNot: [test, '^web/shell/Records\\.tsx$'] },
      to: { path: '^areas/(catalogue|[^/]+/[^/]+\\.register)\\.ts$' },
    },
    {
      name: 'only the store and the database rooms speak to PostgreSQL',
      comment: 'Whoever holds a connection of his own goes past the actor, the as-of date and the count of statements.',
      severity: 'error',
      from: { path: '.', pathNot: [test, '^kernel/store/', '^server/database/', '^(database|bench|tools|journeys)/'] },
      to: { path: '(^|/)node_modules/(@types/)?pg/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only the server speaks HTTP',
      comment: 'The gate is the same for HTTP, imports and the command line, so nothing below the server knows a request.',
      severity: 'error',
      from: { path: '.', pathNot: '^(server|database|bench|tools|journeys)/' },
      to: { path: '(^|/)node_modules/(fastify|@fastify)/' },
    },
    {
      name: 'no circles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no file stands alone',
      comment: 'A file that nothing imports and that imports nothing is either forgotten or not yet begun.',
      severity: 'error',
      from: { orphan: true, pathNot: [test, '\\.config\\.ts$', '\\.d\\.m?ts$'] },
      to: {},
    },
    {
      name: 'every import leads somewhere',
      comment: 'A path that cannot be followed hides what lies behind it from all the other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'the product runs on what is installed for it',
      comment: 'A package that only tests and builds need is not there in production. (The pages are built beforehand.)',
      severity: 'error',
      from: { path: '^(kernel|areas|server|database)/', pathNot: [test, ...screens] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache|coverage)/|\\.css$|\\.woff2$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
