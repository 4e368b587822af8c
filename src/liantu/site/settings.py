"""Django's settings; whatever differs between two machines comes from the environment (docs/deploy.md has the table).

Safe by default: no debug pages, no host but this machine's, a secret key made once and readable by its owner only.
Reading the settings starts nothing and asks nothing of the database.
"""

import os
import secrets
from contextlib import suppress
from typing import Any

from liantu.site import database

VAR = database.var()


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, str(int(default))).strip().lower() in {"1", "true", "yes", "on"}


def _secret_key() -> str:
    """The key of `LIANTU_SECRET_KEY`, or the one kept in `var/secret_key`, made on the first call."""
    given = os.environ.get("LIANTU_SECRET_KEY")
    if given:
        return given
    kept = VAR / "secret_key"
    if not kept.exists():
        VAR.mkdir(mode=0o711, parents=True, exist_ok=True)
        draft = VAR / f"secret_key.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # two processes may start at once: the first key stays
            os.link(draft, kept)
        draft.unlink()
    return kept.read_text().strip()


# What this site is called by, and over what it is reached.
ALLOWED_HOSTS = [host for host in os.environ.get("LIANTU_HOSTS", "").split(",") if host]
HTTPS = _flag("LIANTU_HTTPS", default=bool(ALLOWED_HOSTS))
ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]
DEBUG = _flag("LIANTU_DEBUG", default=False)
SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "liantu.review",
    "liantu.ledger",
    "liantu.web",
]
MIDDLEWARE = [
    "liantu.web.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "liantu.web.preferences.Preferences",
    "django.middleware.common.CommonMiddleware",
    # Who is asking and how much is being sent are looked at before anything reads a body.
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "liantu.web.access.Access",
    "liantu.web.bounds.Bounds",
    "django.middleware.csrf.CsrfViewMiddleware",
    "liantu.web.refusal.Refusals",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "liantu.site.urls"
WSGI_APPLICATION = "liantu.site.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "liantu.web.shell.shell",
            ],
        },
    }
]

DATABASES = {"default": database.address()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in, and what keeps a session where it belongs.
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = "liantu_session", "liantu_csrf", "liantu_language"
SECURE_SSL_REDIRECT = HTTPS
# Other names under the same domain are not ours to bind to TLS, nor to enter in the browsers' list.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# The TLS proxy in front says what the visitor used; only asked for when there is one.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "liantu.web.refusal.forged"

# A document may have 20 MB; larger requests are refused before they are read.
UPLOAD_LIMIT = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o600

# Whom the sign-in page names with their password; only `liantu demo` fills it, for the time it runs.
LIANTU_DEMO_PEOPLE: tuple[Any, ...] = ()

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
USE_I18N = True
TIME_ZONE = os.environ.get("LIANTU_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LIANTU_LOG_LEVEL", "WARNING")},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
