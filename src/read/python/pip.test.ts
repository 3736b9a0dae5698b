// What the readers make of captured pip output.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'pip-build-3.11.txt',
    [
      "pip error: invalid command 'bdist_wheel'",
      '  <- error: subprocess-exited-with-error',
      '  <- error: metadata-generation-failed',
    ],
  ],
  [
    'pip-compile-3.8.txt',
    [
      'pip fatal error: nosuch.h: No such file or directory',
      '  | c.c:1:10: fatal error: nosuch.h: No such file or directory',
      '  <- error: subprocess-exited-with-error',
      '  <- error: legacy-install-failure',
    ],
  ],
  [
    'pip-conflict-3.12.txt',
    [
      'pip ERROR: Cannot install -r requirements.txt (line 1) and -r requirements.txt (line 2) because these package versions have conflicting dependencies. @ requirements.txt:2',
      '  | The conflict is caused by:',
      '  | acme-api 3.4.0 depends on acme-core<2 and >=1.6',
      '  | acme-worker 0.9.1 depends on acme-core>=2.0',
      '  | Additionally, some packages in these conflicts have no matching distributions available for your environment:',
      '  | acme-core',
      '  | To fix this you could try to:',
      "  | 1. loosen the range of package versions you've specified",
      '  | 2. remove package versions to allow pip to attempt to solve the dependency conflict',
      '  <- ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts',
    ],
  ],
  [
    'pip-externally-managed-3.11.txt',
    [
      'pip error: externally-managed-environment',
      '  | × This environment is externally managed',
      '  | ╰─> To install Python packages system-wide, try apt install',
      '  | python3-xyz, where xyz is the package you are trying to',
      '  | install.',
      '  | If you wish to install a non-Debian-packaged Python package,',
      '  | create a virtual environment using python3 -m venv path/to/venv.',
      '  | Then use path/to/venv/bin/python and path/to/venv/bin/pip. Make',
      '  | sure you have python3-full installed.',
      '  | If you wish to install a non-Debian packaged Python application,',
      '  | it may be easiest to use pipx install xyz, which will manage a',
      '  | virtual environment for you. Make sure you have pipx installed.',
      '  | See /usr/share/doc/python3.11/README.venv for more information.',
      '  | note: If you believe this is a mistake, please contact your Python installation or OS distribution provider. You can override this, at the risk of breaking your Python installation or OS, by passing --break-system-packages.',
      '  | hint: See PEP 668 for the detailed specification.',
    ],
  ],
  [
    'pip-hash-3.12.txt',
    [
      'pip ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them. @ requirements.lock:1',
      '  | acme-auth==2.2.0 from file:///app/wheelhouse/acme_auth-2.2.0-py3-none-any.whl (from -r requirements.lock (line 1)):',
      '  | Expected sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      '  | Got        9034eafe8c1ec0bc52efa8c15ed45c049a876618852efb424000e418a3530c5e',
    ],
  ],
  [
    'pip-no-compiler-3.12.txt',
    [
      "pip error: [Errno 2] No such file or directory: 'gcc'",
      '  <- error: subprocess-exited-with-error',
      '  <- ERROR: Failed building wheel for speedups',
      '  <- error: failed-wheel-build-for-install',
    ],
  ],
  [
    'pip-no-matching-3.13.txt',
    [
      'pip ERROR: Could not find a version that satisfies the requirement no-such-package-xyz (from versions: none)',
      '  <- ERROR: No matching distribution found for no-such-package-xyz',
    ],
  ],
  [
    'pip-no-project-3.12.txt',
    [
      "pip ERROR: file:///home/dev/tools/tools does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml' found.",
    ],
  ],
  [
    'pip-setup-3.6.txt',
    ["pip 3.6.15 KeyError: 'TB_VERSION'", '  <- Complete output from command python setup.py egg_info:'],
  ],
  [
    'pip-unreachable-3.11.txt',
    [
      'pip ERROR: Could not find a version that satisfies the requirement nosuchpkg-abc (from versions: none)',
      "  | WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPConnection object at 0x7fab9a1ccf10>: Failed to establish a new connection: [Errno 111] Connection refused')': /simple/nosuchpkg-abc/",
      '  <- ERROR: No matching distribution found for nosuchpkg-abc',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
