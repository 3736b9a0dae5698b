// Where the test or the application stands that a message names without a line.

import type { Inspect } from '../../inspection.ts'

// app = FastAPI(title="orders"), application = get_wsgi_application(), api: FastAPI = create_app()
const application =
  /^(\w{1,80})(?:: ?[\w.]{1,80})? = (?:[\w.]{1,80}\.)?(?:FastAPI|Flask|Starlette|Quart|Sanic|Litestar|Celery|Falcon|Bottle|Django\w*|NinjaAPI|Application|App|API|[Ww]SGI\w*|ASGI\w*|get_[aw]sgi_application|(?:create|make|build|get)_?\w{0,40})\(/
// def create_app():, async def app(scope, receive, send):, def application(environ, start_response):
const factory = /^(?:async )?def ((?:create|make|build|get)_\w{0,40}app\w{0,20}|app|application)\(/
// async def test_ping():,     def test_total(self):
const definition = /^\s{0,40}(?:async )?def (\w{1,200})\(/

/** The line of the function that the failure's frame names; of a module, the one that makes its application. */
export const definitionPlace: Inspect = ({ failure, file }) => {
  if (failure.place !== null) return null
  const name = failure.frames[0]?.function ?? ''
  const patterns = name === '<module>' ? [application, factory] : [definition]
  for (const pattern of patterns) {
    const index = file.lines.findIndex(line => {
      const found = line.length > 1000 ? undefined : pattern.exec(line)?.[1]
      return found !== undefined && (name === '<module>' || found === name)
    })
    if (index >= 0) return { line: index + 1 }
  }
  return null
}
