// Prints, as JSON, what Netlify makes of a netlify.toml:  node netlify.js FILE
// Offline and without an account, so the same everywhere.
import { dirname, resolve } from 'node:path'

import { resolveConfig } from '@netlify/config'
import { parseAllHeaders } from '@netlify/headers-parser'
import { parseAllRedirects } from '@netlify/redirect-parser'

const path = resolve(process.argv[2])
const contexts = {}
for (const context of ['production', 'branch-deploy', 'deploy-preview']) {
  const { config } = await resolveConfig({
    config: path, repositoryRoot: dirname(path), context, branch: 'main', mode: 'buildbot', offline: true,
  })
  contexts[context] = config.build
}
const { headers, errors } = await parseAllHeaders({ netlifyConfigPath: path, minimal: false })
const redirects = await parseAllRedirects({ netlifyConfigPath: path })
console.log(JSON.stringify({
  contexts,
  // A regular expression has no JSON of its own.
  headers: headers.map(({ for: path, forRegExp, values }) => ({ path, matches: forRegExp.source, values })),
  redirects: redirects.redirects,
  errors: [...errors, ...redirects.errors].map(String),
}))
