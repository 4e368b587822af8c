"""How long the server takes to hand out the cockpit's HTML: whole requests over HTTP, one after the other."""

import argparse
import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from spread import spread


def signed_in(address: str, name: str, password: str) -> urllib.request.OpenerDirector:
    """A visitor with the session of a demo sign-in."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = opener.open(f"{address}/sign-in/").read().decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    if found is None:
        raise SystemExit(f"{address}/sign-in/ is not a sign-in page of Liantu")
    form = {"csrfmiddlewaretoken": found[1], "username": name, "password": password}
    request = urllib.request.Request(
        f"{address}/sign-in/", urllib.parse.urlencode(form).encode(), {"Referer": f"{address}/sign-in/"}
    )
    if opener.open(request).url.endswith("/sign-in/"):
        raise SystemExit(f"{name} may not sign in")
    return opener


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:8765")
    parser.add_argument("--name", default="zhaoju")
    parser.add_argument("--password", default="liantu-demo")
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    opener = signed_in(given.address, given.name, given.password)
    request = urllib.request.Request(f"{given.address}/", headers={"Accept-Encoding": "gzip"})
    taken, size = [], 0
    for turn in range(given.times + 10):
        start = time.perf_counter()
        size = len(opener.open(request).read())
        if turn >= 10:  # the first ones warm the server up
            taken.append(time.perf_counter() - start)
    print(f"cockpit HTML, {size / 1024:.1f} KB gzip, {given.times} requests: {spread(taken)}")


if __name__ == "__main__":
    main()
