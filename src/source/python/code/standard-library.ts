// Python's standard library: the names of its modules, and what the most used of them offer.

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/)

/** The top-level modules of CPython 3.13, and the submodules that are imported by themselves. */
export const standardModules: readonly string[] = wordsOf(`
abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys
compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email
encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox
marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle
pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri
random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver
sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile
tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata
unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo collections.abc
concurrent.futures email.message email.mime.text email.utils html.parser http.client http.cookies http.server importlib.metadata importlib.resources
importlib.util json.decoder logging.config logging.handlers multiprocessing.pool os.path unittest.mock urllib.error urllib.parse urllib.request
urllib.robotparser wsgiref.simple_server xml.dom.minidom xml.etree.ElementTree xml.sax xmlrpc.client
`)

const members: Readonly<Record<string, string>> = {
  abc: `
ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token update_abstractmethods
`,
  argparse: `
Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError BooleanOptionalAction FileType HelpFormatter
MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL PARSER REMAINDER RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE
`,
  array: `
ArrayType array typecodes
`,
  asyncio: `
ALL_COMPLETED AbstractChildWatcher AbstractEventLoop AbstractEventLoopPolicy AbstractServer Barrier BaseEventLoop BaseProtocol BaseTransport
BoundedSemaphore BrokenBarrierError BufferedProtocol CancelledError Condition DatagramProtocol DatagramTransport DefaultEventLoopPolicy Event
EventLoop FIRST_COMPLETED FIRST_EXCEPTION FastChildWatcher Future Handle IncompleteReadError InvalidStateError LifoQueue LimitOverrunError Lock
MultiLoopChildWatcher PidfdChildWatcher PriorityQueue Protocol Queue QueueEmpty QueueFull QueueShutDown ReadTransport Runner SafeChildWatcher
SelectorEventLoop Semaphore SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport
Task TaskGroup ThreadedChildWatcher Timeout TimeoutError TimerHandle Transport WriteTransport all_tasks as_completed create_eager_task_factory
create_subprocess_exec create_subprocess_shell create_task current_task eager_task_factory ensure_future gather get_child_watcher get_event_loop
get_event_loop_policy get_running_loop iscoroutine iscoroutinefunction isfuture new_event_loop open_connection open_unix_connection run
run_coroutine_threadsafe set_child_watcher set_event_loop set_event_loop_policy shield sleep start_server start_unix_server timeout timeout_at
to_thread wait wait_for wrap_future
`,
  base64: `
a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode decode decodebytes
encode encodebytes standard_b64decode standard_b64encode urlsafe_b64decode urlsafe_b64encode z85decode z85encode
`,
  bisect: `
bisect bisect_left bisect_right insort insort_left insort_right
`,
  calendar: `
APRIL AUGUST Calendar DECEMBER Day FEBRUARY FRIDAY HTMLCalendar IllegalMonthError IllegalWeekdayError JANUARY JULY JUNE LocaleHTMLCalendar
LocaleTextCalendar MARCH MAY MONDAY Month NOVEMBER OCTOBER SATURDAY SEPTEMBER SUNDAY THURSDAY TUESDAY TextCalendar WEDNESDAY calendar day_abbr
day_name firstweekday isleap leapdays month month_abbr month_name monthcalendar monthrange prcal prmonth setfirstweekday timegm weekday weekheader
`,
  codecs: `
BOM BOM32_BE BOM32_LE BOM64_BE BOM64_LE BOM_BE BOM_LE BOM_UTF16 BOM_UTF16_BE BOM_UTF16_LE BOM_UTF32 BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 Codec CodecInfo
EncodedFile IncrementalDecoder IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter backslashreplace_errors decode encode
getdecoder getencoder getincrementaldecoder getincrementalencoder getreader getwriter ignore_errors iterdecode iterencode lookup lookup_error
namereplace_errors open register register_error replace_errors strict_errors xmlcharrefreplace_errors
`,
  collections: `
ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple
`,
  'collections.abc': `
AsyncGenerator AsyncIterable AsyncIterator Awaitable Buffer ByteString Callable Collection Container Coroutine Generator Hashable ItemsView Iterable
Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
`,
  'concurrent.futures': `
ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED FIRST_EXCEPTION Future InvalidStateError ProcessPoolExecutor ThreadPoolExecutor
TimeoutError as_completed wait
`,
  contextlib: `
AbstractAsyncContextManager AbstractContextManager AsyncExitStack ContextDecorator ExitStack aclosing asynccontextmanager chdir closing contextmanager
nullcontext redirect_stderr redirect_stdout suppress
`,
  contextvars: `
Context ContextVar Token copy_context
`,
  copy: `
Error copy deepcopy replace
`,
  csv: `
Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC QUOTE_NOTNULL QUOTE_STRINGS Sniffer excel excel_tab
field_size_limit get_dialect list_dialects reader register_dialect unix_dialect unregister_dialect writer
`,
  dataclasses: `
Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields is_dataclass make_dataclass replace
`,
  datetime: `
MAXYEAR MINYEAR UTC date datetime datetime_CAPI time timedelta timezone tzinfo
`,
  decimal: `
BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext DivisionByZero DivisionImpossible DivisionUndefined
ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow
ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext
localcontext setcontext
`,
  enum: `
CONFORM CONTINUOUS EJECT Enum EnumCheck EnumDict EnumMeta EnumType Flag FlagBoundary IntEnum IntFlag KEEP NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE
auto global_enum global_enum_repr global_flag_repr global_str member nonmember pickle_by_enum_name pickle_by_global_name property unique verify
`,
  functools: `
WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod reduce singledispatch singledispatchmethod
total_ordering update_wrapper wraps
`,
  glob: `
escape glob iglob translate
`,
  gzip: `
BadGzipFile GzipFile compress decompress open
`,
  hashlib: `
algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384
sha3_512 sha512 shake_128 shake_256
`,
  heapq: `
heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest
`,
  hmac: `
HMAC digest digest_size new trans_36 trans_5C
`,
  html: `
escape unescape
`,
  http: `
HTTPMethod HTTPStatus
`,
  importlib: `
import_module invalidate_caches reload
`,
  inspect: `
AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo Arguments Attribute BlockFinder BoundArguments BufferFlags CORO_CLOSED CORO_CREATED
CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED
CO_VARARGS CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter
Signature TPFLAGS_IS_ABSTRACT Traceback classify_class_attrs cleandoc currentframe findsource formatannotation formatannotationrelativeto
formatargvalues get_annotations getabsfile getargs getargvalues getasyncgenlocals getasyncgenstate getattr_static getblock getcallargs getclasstree
getclosurevars getcomments getcoroutinelocals getcoroutinestate getdoc getfile getframeinfo getfullargspec getgeneratorlocals getgeneratorstate
getinnerframes getlineno getmembers getmembers_static getmodule getmodulename getmro getouterframes getsource getsourcefile getsourcelines indentsize
isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction
isgenerator isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismethodwrapper ismodule isroutine istraceback
markcoroutinefunction signature stack trace unwrap walktree
`,
  io: `
BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO DEFAULT_BUFFER_SIZE FileIO IOBase
IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET StringIO TextIOBase TextIOWrapper UnsupportedOperation open open_code text_encoding
`,
  itertools: `
accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise permutations
product repeat starmap takewhile tee zip_longest
`,
  json: `
JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads
`,
  logging: `
BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter Handler INFO LogRecord Logger LoggerAdapter Manager
NOTSET NullHandler PercentStyle PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle WARN WARNING addLevelName basicConfig
captureWarnings critical currentframe debug disable error exception fatal getHandlerByName getHandlerNames getLevelName getLevelNamesMapping
getLogRecordFactory getLogger getLoggerClass info lastResort log logAsyncioTasks logMultiprocessing logProcesses logThreads makeLogRecord
raiseExceptions root setLogRecordFactory setLoggerClass shutdown warn warning
`,
  math: `
acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 fabs factorial floor fma fmod frexp
fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians
remainder sin sinh sqrt sumprod tan tanh tau trunc ulp
`,
  multiprocessing: `
Array AuthenticationError Barrier BoundedSemaphore BufferTooShort Condition Event JoinableQueue Lock Manager Pipe Pool Process ProcessError Queue
RLock RawArray RawValue Semaphore SimpleQueue TimeoutError Value active_children allow_connection_pickling cpu_count current_process freeze_support
get_all_start_methods get_context get_logger get_start_method log_to_stderr parent_process reducer set_executable set_forkserver_preload
set_start_method
`,
  operator: `
abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul index
indexOf inv invert ior ipow irshift is_ is_not isub itemgetter itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos
pow rshift setitem sub truediv truth xor
`,
  os: `
DirEntry F_OK O_CREAT O_RDONLY O_RDWR O_WRONLY PathLike R_OK WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED
WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK X_OK abort access altsep chdir chmod chown chroot close closerange confstr confstr_names
copy_file_range cpu_count ctermid curdir defpath device_encoding devnull dup dup2 environ environb error eventfd eventfd_read eventfd_write execl
execle execlp execlpe execv execve execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fspath fstat
fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwd getcwdb getegid getenv getenvb geteuid getgid
getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getsid getuid getxattr grantpt
initgroups isatty kill killpg lchown linesep link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create minor mkdir mkfifo
mknod name nice open openpty pardir pathconf pathconf_names pathsep pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn
posix_spawnp pread preadv process_cpu_count ptsname putenv pwrite pwritev read readlink readv register_at_fork remove removedirs removexattr rename
renames replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param
sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable setegid seteuid setgid
setgroups setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv
spawnve spawnvp spawnvpe splice stat stat_result statvfs statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids
supports_fd supports_follow_symlinks symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create timerfd_gettime
timerfd_gettime_ns timerfd_settime timerfd_settime_ns times times_result truncate ttyname umask uname uname_result unlink unlockpt unsetenv unshare
urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev
`,
  'os.path': `
abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars extsep getatime getctime getmtime getsize
isabs isdevdrive isdir isfile isjunction islink ismount join lexists normcase normpath pardir pathsep realpath relpath samefile sameopenfile samestat
sep split splitdrive splitext splitroot supports_unicode_filenames
`,
  pathlib: `
Path PosixPath PurePath PurePosixPath PureWindowsPath UnsupportedOperation WindowsPath
`,
  pickle: `
ADDITEMS APPEND APPENDS BINBYTES BINBYTES8 BINFLOAT BINGET BININT BININT1 BININT2 BINPERSID BINPUT BINSTRING BINUNICODE BINUNICODE8 BUILD BYTEARRAY8
DEFAULT_PROTOCOL DICT DUP EMPTY_DICT EMPTY_LIST EMPTY_SET EMPTY_TUPLE EXT1 EXT2 EXT4 FALSE FLOAT FRAME FROZENSET GET GLOBAL HIGHEST_PROTOCOL INST INT
LIST LONG LONG1 LONG4 LONG_BINGET LONG_BINPUT MARK MEMOIZE NEWFALSE NEWOBJ NEWOBJ_EX NEWTRUE NEXT_BUFFER NONE OBJ PERSID POP POP_MARK PROTO PUT
PickleBuffer PickleError Pickler PicklingError READONLY_BUFFER REDUCE SETITEM SETITEMS SHORT_BINBYTES SHORT_BINSTRING SHORT_BINUNICODE STACK_GLOBAL
STOP STRING TRUE TUPLE TUPLE1 TUPLE2 TUPLE3 UNICODE Unpickler UnpicklingError dump dumps load loads
`,
  platform: `
AndroidVer IOSVersionInfo android_ver architecture freedesktop_os_release ios_ver java_ver libc_ver mac_ver machine node platform processor
python_branch python_build python_compiler python_implementation python_revision python_version python_version_tuple release system system_alias uname
uname_result version win32_edition win32_is_iot win32_ver
`,
  queue: `
Empty Full LifoQueue PriorityQueue Queue ShutDown SimpleQueue
`,
  random: `
Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate normalvariate
paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate
`,
  re: `
A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern PatternError RegexFlag S Scanner U UNICODE VERBOSE X compile error escape
findall finditer fullmatch match purge search split sub subn
`,
  secrets: `
SystemRandom choice compare_digest randbelow randbits token_bytes token_hex token_urlsafe
`,
  shutil: `
Error ExecError SameFileError SpecialFileError chown copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage get_archive_formats
get_terminal_size get_unpack_formats ignore_patterns make_archive move register_archive_format register_unpack_format rmtree unpack_archive
unregister_archive_format unregister_unpack_format which
`,
  signal: `
Handlers ItimerError NSIG SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF
SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH
SIGXCPU SIGXFSZ Sigmasks Signals alarm default_int_handler getitimer getsignal pause pidfd_send_signal pthread_kill pthread_sigmask raise_signal
set_wakeup_fd setitimer siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo strsignal struct_siginfo valid_signals
`,
  socket: `
AF_DECnet AF_INET AF_INET6 AF_UNIX AddressFamily CAPI IPPROTO_TCP SHUT_RD SHUT_RDWR SHUT_WR SOCK_CLOEXEC SOCK_DGRAM SOCK_NONBLOCK SOCK_RAW SOCK_RDM
SOCK_SEQPACKET SOCK_STREAM SOL_ALG SOL_CAN_BASE SOL_CAN_RAW SOL_IP SOL_RDS SOL_SOCKET SOL_TCP SOL_TIPC SOL_UDP SOMAXCONN SO_KEEPALIVE SO_REUSEADDR
SO_REUSEPORT SocketKind SocketType TCP_NODELAY close create_connection create_server dup error fromfd gaierror getaddrinfo getdefaulttimeout getfqdn
gethostbyaddr gethostbyname gethostbyname_ex gethostname getnameinfo getprotobyname getservbyname getservbyport has_dualstack_ipv6 has_ipv6 herror
htonl htons if_indextoname if_nameindex if_nametoindex inet_aton inet_ntoa inet_ntop inet_pton ntohl ntohs recv_fds send_fds setdefaulttimeout
sethostname socket socketpair timeout
`,
  sqlite3: `
Binary Blob Connection Cursor DataError DatabaseError Error IntegrityError InterfaceError InternalError NotSupportedError OperationalError
PrepareProtocol ProgrammingError Row Warning adapt adapters apilevel complete_statement connect converters enable_callback_tracebacks paramstyle
register_adapter register_converter sqlite_version sqlite_version_info threadsafety
`,
  ssl: `
AlertDescription CERT_NONE CERT_OPTIONAL CERT_REQUIRED CertificateError DER_cert_to_PEM_cert DefaultVerifyPaths HAS_SSLv2 HAS_SSLv3 HAS_TLSv1
HAS_TLSv1_1 HAS_TLSv1_2 HAS_TLSv1_3 MemoryBIO OP_NO_SSLv2 OP_NO_SSLv3 OP_NO_TLSv1 OP_NO_TLSv1_1 OP_NO_TLSv1_2 OP_NO_TLSv1_3 Options
PEM_cert_to_DER_cert PROTOCOL_SSLv23 PROTOCOL_TLS PROTOCOL_TLS_CLIENT PROTOCOL_TLS_SERVER PROTOCOL_TLSv1 PROTOCOL_TLSv1_1 PROTOCOL_TLSv1_2 Purpose
RAND_add RAND_bytes RAND_status SOCK_STREAM SOL_SOCKET SSLCertVerificationError SSLContext SSLEOFError SSLError SSLErrorNumber SSLObject SSLSession
SSLSocket SSLSyscallError SSLWantReadError SSLWantWriteError SSLZeroReturnError TLSVersion VerifyFlags VerifyMode cert_time_to_seconds
create_connection create_default_context get_default_verify_paths get_protocol_name get_server_certificate socket socket_error
`,
  statistics: `
NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean kde kde_random linear_regression mean median median_grouped
median_high median_low mode multimode pstdev pvariance quantiles stdev variance
`,
  string: `
Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace
`,
  struct: `
Struct calcsize error iter_unpack pack pack_into unpack unpack_from
`,
  subprocess: `
CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError TimeoutExpired call check_call check_output getoutput getstatusoutput
run
`,
  sys: `
abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix base_prefix breakpointhook builtin_module_names byteorder
call_tracing copyright deactivate_stack_trampoline displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags
float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdefaultencoding
getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace
getunicodeinternedsize hash_info hexversion implementation int_info intern is_finalizing is_stack_trampoline_active maxsize maxunicode meta_path
modules orig_argv path path_hooks path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth
set_int_max_str_digits setdlopenflags setprofile setrecursionlimit setswitchinterval settrace stdlib_module_names thread_info unraisablehook version
version_info warnoptions
`,
  tempfile: `
NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir gettempdirb gettempprefix gettempprefixb mkdtemp mkstemp
mktemp tempdir
`,
  textwrap: `
TextWrapper dedent fill indent shorten wrap
`,
  threading: `
Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore TIMEOUT_MAX Thread ThreadError Timer active_count
current_thread enumerate excepthook get_ident get_native_id getprofile gettrace local main_thread setprofile setprofile_all_threads settrace
settrace_all_threads stack_size
`,
  time: `
CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI CLOCK_THREAD_CPUTIME_ID altzone asctime
clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic
monotonic_ns perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime strptime struct_time thread_time
thread_time_ns time time_ns timezone tzname tzset
`,
  traceback: `
FrameSummary StackSummary TracebackException clear_frames extract_stack extract_tb format_exc format_exception format_exception_only format_list
format_stack format_tb print_exc print_exception print_last print_stack print_tb walk_stack walk_tb
`,
  types: `
AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CapsuleType CellType ClassMethodDescriptorType CodeType CoroutineType DynamicClassAttribute
EllipsisType FrameType FunctionType GeneratorType GenericAlias GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType
MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType NotImplementedType SimpleNamespace TracebackType UnionType WrapperDescriptorType
coroutine get_original_bases new_class prepare_class resolve_bases
`,
  typing: `
AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO ByteString Callable ChainMap
ClassVar Collection Concatenate Container ContextManager Coroutine Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator Generic
Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence MutableSet
NamedTuple Never NewType NoDefault NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly
Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound
TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple TypedDict Union Unpack ValuesView assert_never
assert_type cast clear_overloads dataclass_transform final get_args get_origin get_overloads get_protocol_members get_type_hints is_protocol
is_typeddict no_type_check no_type_check_decorator overload override reveal_type runtime_checkable
`,
  unittest: `
FunctionTestCase IsolatedAsyncioTestCase SkipTest TestCase TestLoader TestResult TestSuite TextTestResult TextTestRunner addModuleCleanup
defaultTestLoader doModuleCleanups enterModuleContext expectedFailure installHandler main registerResult removeHandler removeResult skip skipIf
skipUnless
`,
  'unittest.mock': `
ANY AsyncMock DEFAULT FILTER_DIR MagicMock Mock NonCallableMagicMock NonCallableMock PropertyMock ThreadingMock call create_autospec mock_open patch
seal sentinel
`,
  'urllib.parse': `
DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult SplitResultBytes parse_qs parse_qsl quote quote_from_bytes quote_plus unquote
unquote_plus unquote_to_bytes urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit
`,
  'urllib.request': `
AbstractBasicAuthHandler AbstractDigestAuthHandler BaseHandler CacheFTPHandler DataHandler FTPHandler FancyURLopener FileHandler HTTPBasicAuthHandler
HTTPCookieProcessor HTTPDefaultErrorHandler HTTPDigestAuthHandler HTTPErrorProcessor HTTPHandler HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm
HTTPPasswordMgrWithPriorAuth HTTPRedirectHandler HTTPSHandler OpenerDirector ProxyBasicAuthHandler ProxyDigestAuthHandler ProxyHandler Request
URLopener UnknownHandler build_opener getproxies install_opener pathname2url url2pathname urlcleanup urlopen urlretrieve
`,
  uuid: `
NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_
main uuid1 uuid3 uuid4 uuid5
`,
  warnings: `
catch_warnings deprecated filterwarnings formatwarning resetwarnings showwarning simplefilter warn warn_explicit
`,
  weakref: `
CallableProxyType ProxyType ProxyTypes ReferenceType WeakKeyDictionary WeakMethod WeakSet WeakValueDictionary finalize getweakrefcount getweakrefs
proxy ref
`,
  zoneinfo: `
InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones reset_tzpath
`,
}

const known = new Map<string, readonly string[]>()

/** What a module of the standard library offers, of CPython 3.13; null where this table does not know it. */
export function standardMembers(module: string): readonly string[] | null {
  const text = members[module]
  if (text === undefined) return null
  const before = known.get(module)
  if (before !== undefined) return before
  const words = wordsOf(text)
  known.set(module, words)
  return words
}

/** The modules of the standard library that offer `name`. */
export function standardModulesWith(name: string): readonly string[] {
  return Object.keys(members).filter(module => standardMembers(module)?.includes(name) === true)
}
