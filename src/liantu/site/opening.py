"""Opening the house: the database ready, Django set up, the tables as the code wants them, static files in place."""

import os
from io import StringIO

import django
from django.core.management import call_command

from liantu.site import database

__all__ = ["collect", "migrate", "open_house", "waiting"]


def open_house() -> str:
    """Make the models usable from a command or a script; returns the version of PostgreSQL that answers."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liantu.site.settings")
    version = database.ready()
    django.setup()
    return version


def waiting() -> list[str]:
    """The migrations this code has and the database has not, as `app.name`."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate() -> list[str]:
    """Bring the tables to the state of this code; returns what was applied, nothing when all was."""
    applied = waiting()
    if applied:
        call_command("migrate", interactive=False, verbosity=0, stdout=StringIO())
    return applied


def collect() -> None:
    """Put the static files, hashed and compressed, where the server takes them from: `var/static`."""
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
