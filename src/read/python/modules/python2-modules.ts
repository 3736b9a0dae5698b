// The modules that only Python 2 has, and what does their work in Python 3.

/** `urllib2=urllib.request`; several successors have a bar between them. */
export const python2Modules = `
ConfigParser=configparser Queue=queue StringIO=io cStringIO=io cPickle=pickle SocketServer=socketserver copy_reg=copyreg repr=reprlib
__builtin__=builtins exceptions=builtins future_builtins=builtins thread=threading dummy_thread=threading mutex=threading sets=builtins
urllib2=urllib.request|urllib.error urlparse=urllib.parse robotparser=urllib.robotparser httplib=http.client cookielib=http.cookiejar
Cookie=http.cookies BaseHTTPServer=http.server SimpleHTTPServer=http.server CGIHTTPServer=http.server xmlrpclib=xmlrpc.client
SimpleXMLRPCServer=xmlrpc.server DocXMLRPCServer=xmlrpc.server HTMLParser=html.parser htmllib=html.parser sgmllib=html.parser
markupbase=html.parser htmlentitydefs=html.entities commands=subprocess popen2=subprocess md5=hashlib sha=hashlib UserDict=collections
UserList=collections UserString=collections anydbm=dbm whichdb=dbm dbhash=dbm dumbdbm=dbm.dumb gdbm=dbm.gnu compiler=ast hotshot=cProfile
rfc822=email mimetools=email multifile=email mimify=email MimeWriter=email.mime email.MIMEText=email.mime.text
email.MIMEMultipart=email.mime.multipart email.MIMEBase=email.mime.base email.MIMEImage=email.mime.image email.MIMEAudio=email.mime.audio
email.Utils=email.utils email.Header=email.header email.Encoders=email.encoders email.Message=email.message email.Parser=email.parser
email.Charset=email.charset email.Errors=email.errors email.Generator=email.generator dircache=os statvfs=os posixfile=fcntl
imputil=importlib ihooks=importlib Tkinter=tkinter tkMessageBox=tkinter.messagebox tkFileDialog=tkinter.filedialog
tkSimpleDialog=tkinter.simpledialog tkColorChooser=tkinter.colorchooser tkFont=tkinter.font ttk=tkinter.ttk Tix=tkinter.ttk
ScrolledText=tkinter.scrolledtext
`
