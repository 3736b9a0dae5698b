// Python's builtins: their names, and what the values of builtin types can do.

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/)

/** The names that every module sees, of CPython 3.13. */
export const builtinNames: ReadonlySet<string> = new Set(
  wordsOf(`
ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning
ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis
EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning
PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError
UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter all
anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float
format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct
open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __name__ __file__
__doc__ __import__
`),
)

/** The public attributes of builtin types, of CPython 3.13. */
export const builtinMembers: Readonly<Record<string, readonly string[]>> = {
  str: wordsOf(`
capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier
islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust
rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill
`),
  bytes: wordsOf(`
capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust
lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip
swapcase title translate upper zfill
`),
  bytearray: wordsOf(`
append capitalize center clear copy count decode endswith expandtabs extend find fromhex hex index insert isalnum isalpha isascii isdigit islower
isspace istitle isupper join ljust lower lstrip maketrans partition pop remove removeprefix removesuffix replace reverse rfind rindex rjust rpartition
rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill
`),
  list: wordsOf(`
append clear copy count extend index insert pop remove reverse sort
`),
  tuple: wordsOf(`
count index
`),
  dict: wordsOf(`
clear copy fromkeys get items keys pop popitem setdefault update values
`),
  set: wordsOf(`
add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference
symmetric_difference_update union update
`),
  frozenset: wordsOf(`
copy difference intersection isdisjoint issubset issuperset symmetric_difference union
`),
  int: wordsOf(`
as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag is_integer numerator real to_bytes
`),
  float: wordsOf(`
as_integer_ratio conjugate fromhex hex imag is_integer real
`),
}
