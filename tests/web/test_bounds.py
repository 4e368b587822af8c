"""How large a request may be."""

import io

import pytest
from django.test import Client, RequestFactory

from liantu.web.bounds import Bounds
from tests.town import build

pytestmark = pytest.mark.django_db


class Unread(io.RawIOBase):
    """A body that must not be touched."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("the body was read")


@pytest.mark.parametrize(("path", "said"), [("/sign-in/", "<p"), ("/api/documents", '{"error": ')])
def test_a_request_too_large_is_refused_before_a_byte_of_it_is_read(
    client: Client, settings: object, path: str, said: str
) -> None:
    client.force_login(build().people["wangmin"])
    response = client.post(
        path,
        data=b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(10**9),
        **{"wsgi.input": Unread()},
    )
    assert response.status_code == 413
    assert said in response.content.decode()
    assert "20 MB" in response.content.decode()


def test_an_ordinary_request_passes() -> None:
    request = RequestFactory().post("/x", {"a": "b"})
    assert Bounds(lambda _: None).process_view(request, lambda: None, (), {}) is None


def test_a_null_in_an_address_is_refused_in_words(client: Client) -> None:
    client.force_login(build().people["wangmin"])
    response = client.get("/figures/?q=a%00b")
    assert response.status_code == 400
    assert "无法读取" in response.content.decode()
