"""A PDF on its document's page: the page's picture, a box around each figure, the chosen one lit."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.contrib.auth.models import User
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser

from liantu.bulletin.reading import Use
from liantu.review.models import Document, Fact, Layout
from liantu.review.receive import receive, reread
from tests.bulletin.printing import printed, sheet
from tests.district import District

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
As = Callable[..., Client]
FIRST = "全区产业快报\n今年1-10月，全区新材料产业产值48亿元，同比增长6.5%。"
SECOND = "今年1-10月，全区生态环保产业产值31.5亿元，同比增长4.2%。"
BREAK = '<div style="break-before:page"></div>'


@pytest.fixture(scope="module")
def pdf(browser: Browser) -> bytes:
    pages = sheet(FIRST).replace("</main>", f"{BREAK}<p>{SECOND}</p></main>")
    return printed(browser, pages, head="统计信息 2023年第12期")


@pytest.fixture
def stored(district: District, pdf: bytes) -> Document:
    return receive(pdf, "快报.pdf", published=date(2023, 11, 20), by=district.person("wangmin")).document


def test_a_pdf_keeps_where_its_text_stands_and_is_read_alike_again(stored: Document) -> None:
    layout = Layout.objects.get(document=stored)
    pages = {page for _, _, page, _ in layout.anchors}
    assert (pages, stored.media_type, stored.title) == ({1, 2}, "application/pdf", "全区产业快报")
    facts = set(Fact.objects.values_list("pk", flat=True))
    assert {str(fact.value) for fact in Fact.objects.all()} == {"48.00000000", "31.50000000"}
    aside = [n for n in stored.readings.get().numbers if n["reason"] == "页眉、页脚或页码"]
    assert (len(aside), {n["use"] for n in aside}) == (6, {Use.NAME})
    assert reread(stored).new_facts == 0
    assert set(Fact.objects.values_list("pk", flat=True)) == facts


def test_the_page_shows_the_figures_of_its_leaf_and_lights_the_chosen(as_: As, stored: Document) -> None:
    client, where = as_("zhaoju"), f"/documents/{stored.pk[:12]}/"
    body = client.get(where).content.decode()
    assert f'src="{where}pages/1.png"' in body
    assert "第 1 / 2 页" in body
    assert body.count('class="bx"') == 1
    second = Fact.objects.get(value="31.5")
    body = client.get(f"{where}?fact={second.pk}").content.decode()
    assert f'src="{where}pages/2.png"' in body
    assert (body.count('class="bx on"'), body.count('class="bl"') > 0) == (1, True)
    left, top, wide, high = map(
        int, re.search(r'bx on" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"', body).groups()
    )
    image = Image.open(BytesIO(client.get(f"{where}pages/2.png").content)).convert("L")
    across, down = image.width / 1000, image.height / 1000
    inside = image.crop((int(left * across), int(top * down), int((left + wide) * across), int((top + high) * down)))
    above = image.crop((int(left * across), int((top - 2 * high) * down), int((left + wide) * across), int(top * down)))
    assert inside.getextrema()[0] < 80  # ink in the box
    assert above.getextrema()[0] > 200  # and none above it


def test_the_picture_is_asked_for_anew_each_time_and_given_only_to_readers(as_: As, stored: Document) -> None:
    address = f"/documents/{stored.pk[:12]}/pages/1.png"
    client = as_("zhaoju")
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "private, no-cache")
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.get(address.replace("1.png", "3.png")).status_code == 422
    stranger = Client()
    stranger.force_login(User.objects.create_user("stranger"))
    assert stranger.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 403


def test_a_plain_text_has_no_leaf(as_: As, district: District) -> None:
    text = receive(FIRST.encode(), "a.txt", published=date(2023, 11, 20), by=district.person("wangmin")).document
    assert not Layout.objects.exists()
    assert 'id="leaf"' not in as_("zhaoju").get(f"/documents/{text.pk[:12]}/").content.decode()
    assert as_("zhaoju").get(f"/documents/{text.pk[:12]}/pages/1.png").status_code == 404
