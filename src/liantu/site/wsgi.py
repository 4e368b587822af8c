"""The application a WSGI server runs: `granian --interface wsgi liantu.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from liantu.site import database

__all__ = ["application"]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liantu.site.settings")
database.ready()
application = get_wsgi_application()
