import { expect, it } from 'vitest'
import { failureOf } from '../../../model/failure.ts'
import { knowImports } from './import-facts.ts'

const factsOf = (message: string, source = '', version: string | null = null) => {
  const frames = [{ function: '<module>', file: 'main.py', line: 1, own: true, source }]
  return knowImports(failureOf({ tool: 'python', format: 'python-traceback', message, frames, version }))
    .facts
}

it.each([
  ["ModuleNotFoundError: No module named 'cv2'", '', '~ cv2 comes with opencv-python'],
  ["ModuleNotFoundError: No module named 'requests'", '', '~ requests is installed as requests'],
  ["ModuleNotFoundError: No module named 'flask_cors'", '', '~ flask_cors is installed as flask-cors'],
  ["ModuleNotFoundError: No module named 'jwt'", '', '~ jwt is not in its namesake but in PyJWT'],
  ['/usr/bin/python3: No module named uvicorn', '', '~ uvicorn is installed as uvicorn'],
  [
    "ModuleNotFoundError: No module named 'google'",
    'from google.cloud import storage',
    '~ google.cloud.storage is installed as google-cloud-storage',
  ],
  [
    "ModuleNotFoundError: No module named 'urllib2'",
    '',
    '~ urllib2 of Python 2 is now urllib.request, urllib.error',
  ],
  [
    "ModuleNotFoundError: No module named 'telnetlib'",
    '',
    '~ telnetlib left with Python 3.13, now telnetlib3',
  ],
  [
    "ModuleNotFoundError: No module named 'distutils'",
    'from distutils.version import LooseVersion',
    '~ distutils.version left with Python 3.12, now packaging.version',
  ],
  [
    "ModuleNotFoundError: No module named 'tomllib'",
    '',
    '~ tomllib came with Python 3.11, before it in tomli',
  ],
  [
    "ImportError: cannot import name 'Self' from 'typing' (/usr/lib/python3.10/typing.py)",
    '',
    '~ typing.Self came with Python 3.11, before it in typing_extensions',
  ],
  [
    "AttributeError: module 'asyncio' has no attribute 'to_thread'",
    '',
    '~ asyncio.to_thread came with Python 3.9',
  ],
  [
    "AttributeError: module 'inspect' has no attribute 'getargspec'. Did you mean: 'getargs'?",
    '',
    '~ inspect.getargspec left with Python 3.11, now inspect.getfullargspec',
  ],
])('knows what %s is about (%s)', (message, source, fact) => {
  expect(factsOf(message, source)).toEqual([fact])
})

it.each([
  ["ModuleNotFoundError: No module named 'beautifulsoup4'", '~ beautifulsoup4 is imported as bs4'],
  ["ModuleNotFoundError: No module named 'Flask'", '~ Flask is imported as flask'],
  [
    "ModuleNotFoundError: No module named 'reqeusts'",
    '~ reqeusts is a slip of requests, installed as requests',
  ],
])('knows what was meant by %s', (message, fact) => {
  expect(factsOf(message)).toEqual([fact])
})

it.each([
  ["ModuleNotFoundError: No module named 'shop.prices'", 'from shop.prices import gross'],
  ["ModuleNotFoundError: No module named 'django.urls'", 'from django.urls import path'],
])('knows nothing of %s', (message, source) => {
  expect(factsOf(message, source)).toBeUndefined()
})

it('does not speak of a removal that the version printed has not seen, nor of an addition that it has', () => {
  expect(factsOf("ModuleNotFoundError: No module named 'distutils'", '', '3.10')).toBeUndefined()
  expect(factsOf("AttributeError: module 'asyncio' has no attribute 'to_thread'", '', '3.12')).toBeUndefined()
})

it('knows what libraries dropped, when the file is theirs', () => {
  const message = "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'"
  const fact = '~ werkzeug.urls.url_quote left Werkzeug with 3.0, now urllib.parse.quote'
  expect(factsOf(`${message} (/venv/lib/python3.12/site-packages/werkzeug/urls.py)`)).toEqual([fact])
  expect(factsOf(`${message} (/srv/shop/werkzeug/urls.py)`)).toBeUndefined()
})

it('knows that a file of the own project hides a library', () => {
  const message = "ImportError: cannot import name 'choice' from 'random'"
  expect(factsOf(`${message} (/srv/shop/random.py)`)).toEqual([
    '~ /srv/shop/random.py hides the library random',
  ])
  expect(factsOf(`${message} (/usr/lib/python3.12/random.py)`)).toBeUndefined()
})
