// Which package an import comes from: what to give for `import cv2`. Names from the package index, late 2026.

/** `alike`: the package is called as its module; `taken`: the index has something else under the module's name. */
export type PackageOrigin = 'alike' | 'different' | 'taken'

/** Packages that are called as they are imported: `import requests`; `flask=Flask` where only the spelling differs. */
const alike = `
a2wsgi accelerate aio_pika=aio-pika aioboto3 aiobotocore aiocache aiodns aiofiles aiohttp aiohttp_cors=aiohttp-cors
aiokafka aiomysql aioodbc aiopg aioredis aioresponses aiosmtpd aiosqlite akshare alembic altair ansible anthropic
anyio appdirs apscheduler=APScheduler ariadne arrow asgiref async_timeout=async-timeout asyncmy asyncpg attrs
authlib=Authlib avro aws_lambda_powertools=aws-lambda-powertools aws_xray_sdk=aws-xray-sdk azure.core=azure-core
azure.cosmos=azure-cosmos azure.data.tables=azure-data-tables azure.eventhub=azure-eventhub
azure.functions=azure-functions azure.identity=azure-identity azure.keyvault.secrets=azure-keyvault-secrets
azure.monitor.opentelemetry=azure-monitor-opentelemetry azure.servicebus=azure-servicebus
azure.storage.blob=azure-storage-blob azure.storage.queue=azure-storage-queue babel=Babel backoff bandit bcrypt behave
bitarray black bleach blinker bokeh boltons boto3 botocore bottle brotli=Brotli cachetools catboost cattrs ccxt
celery cerberus=Cerberus certifi cffi channels channels_redis=channels-redis chardet
charset_normalizer=charset-normalizer cherrypy=CherryPy chromadb click clickhouse_connect=clickhouse-connect
clickhouse_driver=clickhouse-driver cloudflare cloudpickle cloudscraper colorama coloredlogs colorlog commonmark
comtypes configobj confluent_kafka=confluent-kafka coverage crispy_bootstrap5=crispy-bootstrap5 croniter cryptography
cssselect cupy customtkinter cx_Freeze cx_Oracle Cython cython=Cython dagster dash dashscope dask datadog
dateparser ddtrace decorator deepdiff defusedxml dependency_injector=dependency-injector
deprecated=Deprecated dill dj_database_url=dj-database-url dj_rest_auth=dj-rest-auth django=Django
django_celery_beat=django-celery-beat django_celery_results=django-celery-results django_extensions=django-extensions
django_prometheus=django-prometheus django_redis=django-redis docker docopt docutils docxtpl dramatiq
drf_spectacular=drf-spectacular drf_yasg=drf-yasg duckdb dynaconf easy_thumbnails=easy-thumbnails ecdsa elasticsearch
elasticsearch_dsl=elasticsearch-dsl email_validator=email-validator environs etcd3 eth_account=eth-account eventlet
exceptiongroup exchangelib fabric fake_useragent=fake-useragent faker=Faker fakeredis falcon fastapi
fastapi_pagination=fastapi-pagination fastapi_users=fastapi-users fastavro filelock fiona fire
firebase_admin=firebase-admin flake8 flasgger flask=Flask flask_admin=Flask-Admin flask_babel=flask-babel
flask_bcrypt=Flask-Bcrypt flask_caching=Flask-Caching flask_cors=flask-cors flask_jwt_extended=Flask-JWT-Extended
flask_limiter=Flask-Limiter flask_login=Flask-Login flask_mail=Flask-Mail flask_marshmallow=flask-marshmallow
flask_migrate=Flask-Migrate flask_restful=Flask-RESTful flask_restx=flask-restx flask_session=Flask-Session
flask_smorest=flask-smorest flask_socketio=Flask-SocketIO flask_sqlalchemy=Flask-SQLAlchemy flask_wtf=Flask-WTF
flit_core folium freezegun frozenlist future fuzzywuzzy gensim geoip2 geopandas geopy gevent
google.api_core=google-api-core google.auth=google-auth google.cloud.aiplatform=google-cloud-aiplatform
google.cloud.bigquery=google-cloud-bigquery google.cloud.bigtable=google-cloud-bigtable
google.cloud.datastore=google-cloud-datastore google.cloud.firestore=google-cloud-firestore
google.cloud.kms=google-cloud-kms google.cloud.logging=google-cloud-logging google.cloud.pubsub=google-cloud-pubsub
google.cloud.spanner=google-cloud-spanner google.cloud.speech=google-cloud-speech
google.cloud.storage=google-cloud-storage google.cloud.texttospeech=google-cloud-texttospeech
google.cloud.translate=google-cloud-translate google.cloud.vision=google-cloud-vision google.genai=google-genai
google.generativeai=google-generativeai google_auth_oauthlib=google-auth-oauthlib googleads gql gradio graphene
graphene_django=graphene-django graypy great_expectations greenlet gunicorn h11 h2 h5py hashids hatchling haversine
hdbscan holidays html5lib httplib2 httpx huey huggingface_hub=huggingface-hub humanize hvac hypercorn hypothesis
ibm_db idna igraph imageio imapclient=IMAPClient importlib_metadata=importlib-metadata
importlib_resources=importlib-resources influxdb influxdb_client=influxdb-client injector invoke ipykernel
IPython=ipython iso8601 isodate isort itchat itsdangerous jaeger_client=jaeger-client janus jieba jinja2=Jinja2 jira
jmespath joblib json_log_formatter=JSON-log-formatter jsonpath_ng=jsonpath-ng jsonschema jupyter_client=jupyter-client
jwcrypto kazoo keras keyboard keystoneauth1 kivy=Kivy kombu kubernetes langchain
langchain_community=langchain-community langchain_openai=langchain-openai lark ldap3 Levenshtein lightgbm 
linode_api4=linode-api4 litellm litestar llama_index=llama-index llvmlite locust loguru luigi lxml lz4
mailchimp_marketing=mailchimp-marketing mangum markdown2 markdown=Markdown markupsafe=MarkupSafe marshmallow
marshmallow_sqlalchemy=marshmallow-sqlalchemy matplotlib maxminddb mcp minio mistune mkdocs mlflow mmh3 mock
model_bakery=model-bakery mongoengine more_itertools=more-itertools moto motor moviepy msgpack msgspec multidict
mypy nameko nanoid napalm nbformat neo4j nest_asyncio=nest-asyncio netCDF4 netifaces netmiko networkx newrelic nh3
nltk nox ntplib numba numpy oauthlib oci ollama omegaconf onnx onnxruntime openai openpyxl
opentelemetry.exporter.jaeger=opentelemetry-exporter-jaeger opentelemetry.exporter.otlp=opentelemetry-exporter-otlp
opentelemetry.exporter.prometheus=opentelemetry-exporter-prometheus
opentelemetry.instrumentation.django=opentelemetry-instrumentation-django
opentelemetry.instrumentation.fastapi=opentelemetry-instrumentation-fastapi
opentelemetry.instrumentation.flask=opentelemetry-instrumentation-flask
opentelemetry.instrumentation.requests=opentelemetry-instrumentation-requests
opentelemetry.instrumentation.sqlalchemy=opentelemetry-instrumentation-sqlalchemy
opentelemetry.instrumentation=opentelemetry-instrumentation opentelemetry.sdk=opentelemetry-sdk oracledb orjson oss2
packaging paho.mqtt=paho-mqtt pandas paramiko parsel passlib paypalrestsdk pdf2image pdfkit pdfplumber peewee peft
pendulum pexpect pgpy=PGPy pgvector phonenumbers pika pinecone ping3 pipenv platformdirs playsound playwright
plotly pluggy ply poetry polars pony pre_commit=pre-commit prefect prettytable prometheus_client=prometheus-client
prometheus_fastapi_instrumentator=prometheus-fastapi-instrumentator psutil psycopg psycopg_binary=psycopg-binary
psycopg_pool=psycopg-pool pulumi pyarrow pyasn1_modules=pyasn1-modules pyaudio=PyAudio pyautogui=PyAutoGUI pybind11
pycountry pycparser pycurl pydantic pydantic_core=pydantic-core pydantic_settings=pydantic-settings pydub pyecharts
pyee pyfakefs pygame pygments=Pygments PyInstaller=pyinstaller pylibmc pylint pymemcache pymilvus pymongo pymssql
pymupdf=PyMuPDF pymysql=PyMySQL pynput pyodbc pyotp pyparsing pypdf PyPDF2 pyperclip pyppeteer pyproj PyQt5 PyQt6
pyquery pyramid pyrate_limiter=pyrate-limiter pyrogram=Pyrogram PySide2 PySide6 PySimpleGUI pysnmp pyspark pytesseract
pytest pytest_asyncio=pytest-asyncio pytest_cov=pytest-cov pytest_django=pytest-django pytest_httpx=pytest-httpx
pytest_mock=pytest-mock python_multipart=python-multipart pyttsx3 pytz pyzbar qdrant_client=qdrant-client qrcode
quart=Quart rapidfuzz rasterio ratelimit rdkit redis regex reportlab requests requests_mock=requests-mock
requests_oauthlib=requests-oauthlib requests_toolbelt=requests-toolbelt responses respx retry retrying rich rq rsa
ruamel.yaml ruff s3fs s3transfer sagemaker sanic scapy schedule scipy scrapy=Scrapy seaborn selenium sendgrid
sentence_transformers=sentence-transformers sentencepiece sentry_sdk=sentry-sdk setuptools
setuptools_scm=setuptools-scm sh shapely shortuuid simple_salesforce=simple-salesforce simplejson six
slack_bolt=slack-bolt slack_sdk=slack-sdk slowapi smbus snapshottest snowflake.sqlalchemy=snowflake-sqlalchemy solana
sortedcontainers sounddevice spacy sphinx=Sphinx sphinx_rtd_theme=sphinx-rtd-theme sqlalchemy=SQLAlchemy
sqlalchemy_utils=SQLAlchemy-Utils sqlglot sqlmodel sqlparse sse_starlette=sse-starlette starlette statsd statsmodels
streamlit stripe structlog suds sympy tables tabulate telethon=Telethon tenacity tensorflow termcolor testcontainers
thrift tiktoken time_machine=time-machine toml tomli tomli_w tomlkit toolz torch torchvision tornado tox tqdm
transformers trio tushare tweepy twilio twine twisted=Twisted typer typing_extensions tzlocal
ua_parser=ua-parser ujson unidecode=Unidecode urllib3 user_agents=user-agents uvicorn uvloop validators virtualenv
voluptuous wand=Wand wandb watchdog weasyprint web3 webdriver_manager=webdriver-manager webob=WebOb websockets
wechatpy werkzeug=Werkzeug wheel whitenoise wmi=WMI wordcloud workalendar wrapt wtforms=WTForms xgboost xlrd
xlsxwriter=XlsxWriter xlwings xlwt xmltodict xxhash yarl yfinance youtube_dl=youtube-dl yt_dlp=yt-dlp zappa zeep
zhipuai zope.interface zstandard
`

/** Packages with another name than their module. */
const different = `
_pytest=pytest alipay=python-alipay-sdk aliyunsdkcore=aliyun-python-sdk-core allauth=django-allauth
allure=allure-pytest atlassian=atlassian-python-api aws_cdk=aws-cdk-lib bluetooth=PyBluez bs4=beautifulsoup4
cairo=pycairo cassandra=cassandra-driver ckeditor=django-ckeditor compressor=django-compressor consul=python-consul
corsheaders=django-cors-headers crispy_forms=django-crispy-forms Cryptodome=pycryptodomex cv2=opencv-python
databricks.sql=databricks-sql-connector dateutil=python-dateutil dbt=dbt-core dbus=dbus-python
debug_toolbar=django-debug-toolbar digitalocean=python-digitalocean discord=discord.py django_filters=django-filter
django_q=django-q2 dns=dnspython engineio=python-engineio fpdf=fpdf2 gi=PyGObject git=GitPython gitlab=python-gitlab
google.cloud.monitoring_v3=google-cloud-monitoring google.cloud.pubsub_v1=google-cloud-pubsub
google.cloud.run_v2=google-cloud-run google.cloud.secretmanager=google-cloud-secret-manager
google.cloud.sql.connector=cloud-sql-python-connector google.cloud.tasks_v2=google-cloud-tasks
google.oauth2=google-auth google.protobuf=protobuf googleapiclient=google-api-python-client gridfs=pymongo
grpc_health=grpcio-health-checking health_check=django-health-check ibm_boto3=ibm-cos-sdk imblearn=imbalanced-learn
jks=pyjks kafka=kafka-python magic=python-magic model_utils=django-model-utils
modeltranslation=django-modeltranslation mptt=django-mptt mysql.connector=mysql-connector-python MySQLdb=mysqlclient
nacl=PyNaCl nats=nats-py newspaper=newspaper3k nmap=python-nmap OpenGL=PyOpenGL opensearchpy=opensearch-py
OpenSSL=pyOpenSSL openstack=openstacksdk opentelemetry=opentelemetry-api pdfminer=pdfminer.six
phonenumber_field=django-phonenumber-field PIL=pillow pptx=python-pptx
psycopg2=psycopg2-binary pythoncom=pywin32 pythonjsonlogger=python-json-logger pywintypes=pywin32 pywt=PyWavelets
qcloud_cos=cos-python-sdk-v5 rapidjson=python-rapidjson rediscluster=redis-py-cluster rest_auth=django-rest-auth
rest_framework=djangorestframework RPi=RPi.GPIO shopify=ShopifyAPI silk=django-silk
simple_history=django-simple-history snowflake.connector=snowflake-connector-python sorl=sorl-thumbnail
speech_recognition=SpeechRecognition stomp=stomp.py storages=django-storages superset=apache-superset
taggit=django-taggit tencentcloud=tencentcloud-sdk-python umap=umap-learn vcr=vcrpy vlc=python-vlc
widget_tweaks=django-widget-tweaks win32api=pywin32 win32com=pywin32 win32con=pywin32 win32file=pywin32
win32gui=pywin32 win32service=pywin32 win32serviceutil=pywin32 wx=wxPython Xlib=python-xlib yaml=PyYAML
`

/** The same, where the index has something else under the module's name: another project, a stale copy, a placeholder. */
const taken = `
airflow=apache-airflow argon2=argon2-cffi attr=attrs axes=django-axes barcode=python-barcode Bio=biopython
bson=pymongo Crypto=pycryptodome
decouple=python-decouple docx=python-docx dotenv=python-dotenv elasticapm=elastic-apm environ=django-environ
factory=factory-boy faiss=faiss-cpu ffmpeg=ffmpeg-python fitz=PyMuPDF github=PyGithub gnupg=python-gnupg
graphql=graphql-core grpc=grpcio grpc_reflection=grpcio-reflection grpc_status=grpcio-status grpc_tools=grpcio-tools
guardian=django-guardian haystack=django-haystack hydra=hydra-core import_export=django-import-export
jenkins=python-jenkins jose=python-jose jwt=PyJWT knox=django-rest-knox ldap=python-ldap memcache=python-memcached
multipart=python-multipart ninja=django-ninja oauth2_provider=django-oauth-toolkit odf=odfpy osgeo=GDAL
playhouse=peewee pulsar=pulsar-client readability=readability-lxml
rest_framework_simplejwt=djangorestframework-simplejwt serial=pyserial skimage=scikit-image
sklearn=scikit-learn slack=slackclient slugify=python-slugify snappy=python-snappy socketio=python-socketio
socks=PySocks speedtest=speedtest-cli strawberry=strawberry-graphql
telebot=pyTelegramBotAPI telegram=python-telegram-bot tortoise=tortoise-orm treebeard=django-treebeard
ulid=python-ulid usb=pyusb weaviate=weaviate-client websocket=websocket-client xdist=pytest-xdist zmq=pyzmq
`

/** The tables by what they say of a package. Each is text until it is asked for: a start of the program costs nothing. */
export const packageTables: readonly (readonly [PackageOrigin, string])[] = [
  ['different', different],
  ['taken', taken],
  ['alike', alike],
]
