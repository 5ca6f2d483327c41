"""Settings. Everything an office may change is read from the environment; a wrong word stops the program with a sentence."""

import os
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent.parent
TESTING = "pytest" in sys.modules


def _text(name: str, default: str = "") -> str:
    """The variable, or the content of the file that NAME_FILE points to (for secrets kept in files)."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else os.environ.get(name, default)


def _flag(name: str, default: bool) -> bool:
    word = os.environ.get(name, "")
    if word.lower() not in ("", "true", "false", "1", "0", "yes", "no"):
        raise ImproperlyConfigured(f"{name} must be true or false, not {word!r}.")
    return word.lower() in ("true", "1", "yes") if word else default


def _list(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in _text(name, default).split(",") if word.strip()]


def _secret(name: str) -> str:
    """A secret. Development and demo get a fixed, public one; production refuses to start without its own."""
    value = _text(name)
    if not value and not DEMO and not DEBUG and not TESTING:
        raise ImproperlyConfigured(
            f"Set {name} (or {name}_FILE) to a long random text; docs/running.md says how."
        )
    return value or f"only-for-development-and-demo-{name}"


DEBUG = _flag("OMBUDS_DEBUG", False)
DEMO = _flag(
    "OMBUDS_DEMO", True
)  # a production office says OMBUDS_DEMO=false; `check --deploy` insists on it
SECRET_KEY = _secret("OMBUDS_SECRET_KEY")
AUDIT_KEY = _secret("OMBUDS_AUDIT_KEY")
OFFICE = _text("OMBUDS_OFFICE")  # code of the active office; empty: the one marked active in the database
PUBLIC_URL = _text("OMBUDS_PUBLIC_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = _list("OMBUDS_HOSTS", "127.0.0.1,localhost,testserver" if DEMO or TESTING else "")
CSRF_TRUSTED_ORIGINS = _list("OMBUDS_TRUSTED_ORIGINS")
VAR = Path(_text("OMBUDS_VAR", str(BASE_DIR / "var")))
if not TESTING:
    VAR.mkdir(parents=True, exist_ok=True)

ROOMS = [
    "lib", "audit", "accounts", "office", "authorities", "documents", "deidentification", "cases", "intake",
    "admissibility", "correspondence", "investigations", "recommendations", "publications", "statistics",
    "patterns", "annualreport", "desk", "portal", "publicsite", "integrity", "handover", "demo",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    *[f"ombuds.{room}" for room in ROOMS],
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "ombuds.integrity.middleware.ApartMiddleware",
    "ombuds.lib.middleware.BadInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ombuds.accounts.middleware.StaffMiddleware",
    "ombuds.lib.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]
# One process serves all doors; or one the sealed channel alone, on a host or onion service of its own.
ROOT_URLCONF = "ombuds.config.urls_integrity" if _text("OMBUDS_DOOR") == "integrity" else "ombuds.config.urls"
WSGI_APPLICATION = "ombuds.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "ombuds" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ombuds.office.context.office",
            ]
        },
    }
]

# SQLite is the embedded default: WAL and IMMEDIATE so that two writers wait instead of failing, FULL so that a
# receipt that was shown survives a power cut.
DATABASES = {
    "default": dj_database_url.parse(_text("OMBUDS_DATABASE", f"sqlite:///{VAR / 'office.sqlite3'}"))
}
DATABASES["integrity"] = (
    dj_database_url.parse(  # the sealed channel: a database of its own, never the office's
        _text("OMBUDS_INTEGRITY_DATABASE", f"sqlite:///{VAR / 'integrity.sqlite3'}")
    )
)
for _database in DATABASES.values():
    if _database["ENGINE"] == "django.db.backends.sqlite3":
        _database["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY;",
        }
    else:
        _database["CONN_MAX_AGE"] = 60
if DATABASES["integrity"]["ENGINE"] == "django.db.backends.sqlite3":  # what is deleted is overwritten
    DATABASES["integrity"]["OPTIONS"]["init_command"] += "PRAGMA secure_delete=ON;"
# Its test database is made from the models: all rooms' migrations would run a second time, for tables it never gets.
DATABASES["integrity"]["TEST"] = {"MIGRATE": False}
DATABASE_ROUTERS = ["ombuds.integrity.database.Apart"]
# Counted tries and used one-time codes must hold for all processes together: a cache in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache"
        if TESTING
        else "ombuds.lib.sharedcache.SharedCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
REQUIRE_MFA = _flag("OMBUDS_REQUIRE_MFA", not DEMO)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/staff/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "ombuds.accounts.adapter.StaffAdapter"
ACCOUNT_FORMS = {"login": "ombuds.accounts.forms.LoginForm"}
ACCOUNT_RATE_LIMITS = {
    "login_failed": None
}  # axes counts failures, in the database and for all processes together
MFA_ADAPTER = "ombuds.accounts.adapter.SecondFactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or DEBUG
MFA_TOTP_ISSUER = "OpenOmbuds"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_TEMPLATE = "lockout.html"
AXES_VERBOSE = False
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLED = not TESTING
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

SECURE = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "ombuds.lib.views.csrf_failure"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_SSL_REDIRECT = SECURE and _flag("OMBUDS_SSL_REDIRECT", True)
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = _flag("OMBUDS_BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("nl", _("Dutch")), ("fr", _("French")), ("en", _("English"))]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
USE_I18N = True
# Off: it would also write 1.234 for the row number 1234. lib.numbers writes figures for people.
USE_THOUSAND_SEPARATOR = False
LOCALE_PATHS = [BASE_DIR / "ombuds" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "ombuds" / "static"]
FILES = VAR / "files"  # documents: outside of anything a web server serves
INTEGRITY_FILES = VAR / "integrity"  # sealed files of the integrity channel, with a backup of their own
INTEGRITY_KEY = (
    _text("OMBUDS_INTEGRITY_KEY") or f"integrity:{SECRET_KEY}"
)  # seals its record of acts; opens nothing
INTEGRITY_SILENT = not DEBUG and not TESTING  # a fault in the channel leaves no line in the log
INTEGRITY_LEAVE_TO = _text(
    "OMBUDS_INTEGRITY_LEAVE_TO", "https://www.meteo.be/"
)  # of the button “leave quickly”
INTEGRITY_APART = _flag("OMBUDS_INTEGRITY_APART", False)  # true: only a process of its own serves the channel
PATTERNS = VAR / "patterns"  # vectors of the cases beside the database, built from it
PRIVACY = (
    VAR / "privacy"
)  # the index of all cases that the publication gate attacks with: a copy, for its owner only
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_MAX_BYTES = 20 * 1024 * 1024  # one file
UPLOAD_MAX_FILES = 10  # files with one message

MAIL_URL = _text("OMBUDS_MAIL_HOST")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if MAIL_URL
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = MAIL_URL or "localhost"
EMAIL_PORT = int(_text("OMBUDS_MAIL_PORT", "25"))
EMAIL_HOST_USER = _text("OMBUDS_MAIL_USER")
EMAIL_HOST_PASSWORD = _text("OMBUDS_MAIL_PASSWORD")
EMAIL_USE_TLS = _flag("OMBUDS_MAIL_TLS", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = _text("OMBUDS_MAIL_FROM", "office@example.org")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
OMBUDS_PROFILE_LOADERS = [
    "ombuds.office.loading.load_rows",
    "ombuds.authorities.loading.load",
    "ombuds.statistics.definitions.load",
]

# Logs name places in the code, never persons: no request bodies, no addresses, no user data.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "ombuds.lib.logs.PlacesOnly",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "filters": {"silence": {"()": "ombuds.integrity.silence.Silence"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["silence"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "axes": {"level": "CRITICAL"},
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "ERROR"},
        "django_tasks_db": {"level": "ERROR"},
    },
}
SILENCED_SYSTEM_CHECKS: list[str] = []

# Who is called when something happens, by name and in order: a lower room must not know an upper one.
OMBUDS_ON_RECEIPT = [
    "ombuds.correspondence.services.acknowledge",
    "ombuds.patterns.services.on_receipt",
]  # (case) -> None, after a case was registered
OMBUDS_ON_DESTROY = [
    "ombuds.intake.services.destroy_content",
    "ombuds.correspondence.services.destroy_content",
    "ombuds.admissibility.services.destroy_content",
    "ombuds.patterns.services.destroy_content",
]  # (case) -> None, while the content of a case is destroyed
OMBUDS_TICK = [
    "ombuds.intake.services.forget_drafts",
    "ombuds.admissibility.services.tick",
    "ombuds.correspondence.ticking.tick",
    "ombuds.recommendations.services.tick",
    "ombuds.publications.authoring.services.forget_sketches",
    "ombuds.publications.authoring.hearing.remind",
    "ombuds.annualreport.sketching.forget_sketches",
    "ombuds.publicsite.forgetting.tick",
    "ombuds.publicsite.subscribing.send_news",
    "ombuds.patterns.services.tick",
    "ombuds.cases.services.tick",  # last: it also notes the clocks that the others started
]  # (office, day) -> number of changes
OMBUDS_FIGURES = (
    "ombuds.annualreport.figures.source"  # (office, language) -> released figures, for texts to draw
)
# (office, [(name, text)], year) -> sentences that say a figure which a released report hides
OMBUDS_TOLD = "ombuds.annualreport.proving.told_by"
# (office) -> the texts that are public, which a table that is released next is read against
OMBUDS_PUBLIC_TEXTS = "ombuds.annualreport.proving.published"
# (office, before) -> patterns of complaints and all complaints by month, for the yearly report
OMBUDS_REPORT_PATTERNS = "ombuds.patterns.services.by_month"
OMBUDS_LETTER_VALUES = [
    "ombuds.admissibility.letters.values",
    "ombuds.investigations.letters.values",
]  # (case, code, language) -> fields of a letter, from rooms that correspondence does not know
OMBUDS_SERVICE_PANELS = [
    "ombuds.investigations.access.panel",
    "ombuds.recommendations.access.panel",
    "ombuds.publications.access.panel",
]  # (contact) -> {"template", …} or None: what other rooms show on the page of a service
