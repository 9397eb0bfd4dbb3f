#!/usr/bin/env node
// The command `varna`, on whatever Node the host has: sees to it that everything is installed and that Node 24 runs it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const ownNode = path.join(root, 'node_modules', '.bin', 'node')
const major = Number(process.versions.node.split('.')[0])

/** Runs a program in our stead, with our terminal; the answer is its exit code. */
function run(program, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'inherit' })
    // Ctrl-C reaches the child from the terminal; what is sent to us alone is handed on. We end when it has ended.
    process.on('SIGINT', () => {})
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

if (!existsSync(path.join(root, 'node_modules'))) {
  const status = await run(process.execPath, [path.join(root, 'tools', 'ready.mjs'), 'install'])
  if (status !== 0) process.exit(status)
}

if (major >= 24) {
  const { main } = await import(pathToFileURL(path.join(root, 'server', 'main.ts')).href)
  process.exitCode = await main(process.argv.slice(2))
} else if (existsSync(ownNode)) {
  process.exitCode = await run(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
} else {
  console.error(`Värna behöver Node 24, men här finns Node ${process.versions.node}: kör "npm ci" i ${root}, eller installera Node 24.`)
  process.exitCode = 1
}
