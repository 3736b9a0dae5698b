// What the readers of pip, uv and Poetry conclude from captured output.

import { expect, test } from 'vitest'
import { fixture, readPython } from './fixtures/read-fixture.ts'

// The message of each failure, what is concluded from all of the text, and `<-` its consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'pip-build-import-3.12.txt',
    [
      "ModuleNotFoundError: No module named 'numpy'",
      '~ build: w_needsnumpy',
      '~ while building the package w_needsnumpy',
      '~ an exception that the setup code of the package w_needsnumpy raised',
      "~ the build of w_needsnumpy ended with: ModuleNotFoundError: No module named 'numpy'",
      '<- error: subprocess-exited-with-error',
      '<- error: metadata-generation-failed',
    ],
  ],
  [
    'pip-build-needs-3.12.txt',
    [
      'ERROR: Could not find a version that satisfies the requirement setuptools>=61 (from versions: none)',
      '~ build: w_isol',
      '~ while getting what the package w_isol is built with',
      '~ the build of w_isol ended with: ERROR: Could not find a version that satisfies the requirement setuptools>=61 (from versions: none)',
      '<- error: subprocess-exited-with-error',
      "<- ERROR: Failed to build 'file:///srv/w_isol' when installing build dependencies",
    ],
  ],
  [
    'pip-c-error-3.12.txt',
    [
      'error: ‘PyThreadState’ {aka ‘struct _ts’} has no member named ‘use_tracing’; did you mean ‘tracing’?',
      '~ build: orders-stats',
      '~ while building the package orders-stats',
      "~ the build of orders-stats ended with: error: Command '['gcc', '-fno-strict-overflow', '-Wsign-compare', '-DNDEBUG', '-g', '-O3', '-Wall', '-fPIC', '-I/srv/venvs/p25/include', '-I/opt/python/3.12.1/include/python3.12', '-c', 's.c', '-o', 'build/temp.linux-x86_64-cpython-312/s.o']' returned non-zero exit status 1.",
      '<- error: subprocess-exited-with-error',
      '<- ERROR: Failed building wheel for orders-stats',
      '<- error: failed-wheel-build-for-install',
    ],
  ],
  [
    'pip-conflict-pin-3.12.txt',
    [
      'ERROR: Cannot install acme-core==1.8.0 and acme-worker==0.9.1 because these package versions have conflicting dependenci',
      '~ conflict over acme-core: you ask for acme-core==1.8.0; acme-worker 0.9.1 wants acme-core>=2.0',
      '<- ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics',
    ],
  ],
  [
    'pip-flat-layout-3.12.txt',
    [
      "error: Multiple top-level packages discovered in a flat-layout: ['orders', 'migrations'].",
      '~ build: w_flat',
      '~ while building the package w_flat',
      '~ the build of w_flat ended with: To find more information, look for "package discovery" on setuptools docs.',
      '<- error: subprocess-exited-with-error',
      '<- error: metadata-generation-failed',
    ],
  ],
  [
    'pip-git-clone-3.10.txt',
    ['error: subprocess-exited-with-error', '<- error: subprocess-exited-with-error'],
  ],
  [
    'pip-ignored-versions-3.12.txt',
    [
      'ERROR: Could not find a version that satisfies the requirement acme-new>=2 (from versions: 1.0)',
      '~ acme-new 2.0 is for Python >=3.99',
      '~ acme-new ends at 1.0',
      '<- ERROR: No matching distribution found for acme-new>=2',
    ],
  ],
  [
    'pip-invalid-requirement-3.13.txt',
    [
      "ERROR: Invalid requirement: 'acme-core=1.8': Expected end or semicolon (after name and no valid version specifier)",
      '~ one equals sign',
    ],
  ],
  [
    'pip-pg-config-3.12.txt',
    [
      'Error: pg_config executable not found.',
      '~ build: w_pgc',
      '~ while building the package w_pgc',
      '~ the build of w_pgc ended with: Error: pg_config executable not found.',
      '<- error: subprocess-exited-with-error',
      '<- error: metadata-generation-failed',
    ],
  ],
  [
    'pip-proxy-3.12.txt',
    [
      'ERROR: Could not find a version that satisfies the requirement acme-core (from versions: none)',
      '~ the proxy failed: 407 Proxy Authentication Required',
      '<- ERROR: No matching distribution found for acme-core',
    ],
  ],
  [
    'pip-two-attempts-3.8.txt',
    [
      'fatal error: libpq-fe-no.h: No such file or directory',
      '~ build: orders-stats',
      '~ while building the package orders-stats',
      "~ the build of orders-stats ended with: error: command 'gcc' failed with exit status 1",
      '<- ERROR: Command errored out with exit status 1:',
      '<- ERROR: Failed building wheel for orders-stats',
      '<- fatal error: libpq-fe-no.h: No such file or directory',
      '<- ERROR: Command errored out with exit status 1:',
      "<- ERROR: Command errored out with exit status 1: /srv/venvs/p20/bin/python -u -c '",
    ],
  ],
  [
    'poetry-conflict-2.5.txt',
    [
      'So, because orders depends on both acme-api (*) and acme-worker (*), version solving failed.',
      '~ conflict over acme-core: acme-api 3.4.0 allows acme-core>=1.6,<2; acme-worker 0.9.1 needs acme-core>=2.0',
    ],
  ],
  [
    'uv-build-0.5.txt',
    [
      "ModuleNotFoundError: No module named 'hatchling'",
      '~ build: orders-service',
      '~ while building the package orders-service',
      "~ the build of orders-service ended with: ModuleNotFoundError: No module named 'hatchling'",
      '<- Failed to build `orders-service @ file:///srv/b/nobackend`',
    ],
  ],
  [
    'uv-conflict-0.13.txt',
    [
      'error: No solution found when resolving dependencies',
      '~ conflict over acme-core: acme-api * allows acme-core>=1.5,<2; acme-worker * needs acme-core>=2.0',
    ],
  ],
  [
    'uv-conflict-0.5.txt',
    [
      'No solution found when resolving dependencies:',
      '~ conflict over acme-core: acme-api 3.3.0 allows acme-core>=1.5,<2; acme-worker 0.9.1 needs acme-core>=2.0',
    ],
  ],
]

test.each(cases)('concludes from %s', (file, told) => {
  const failures = readPython(fixture(file))
  expect(
    failures.flatMap(({ message, facts = [], consequences }) => [
      message.slice(0, 120),
      ...facts,
      ...consequences.map(consequence => `<- ${consequence.message.slice(0, 80)}`),
    ]),
  ).toEqual(told)
})
