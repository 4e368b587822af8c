"""`/healthz`: whether this process answers and its database with it; for load balancers, and it tells them no more."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

__all__ = ["health"]


@login_not_required
@transaction.non_atomic_requests
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 `ok`, or 503 `database` when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
