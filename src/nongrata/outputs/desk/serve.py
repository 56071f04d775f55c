"""`nongrata serve`: the API and the pages, on this machine unless told."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
import threading
from dataclasses import dataclass
from ipaddress import ip_address

import uvicorn

from nongrata.desk import open_desk
from nongrata.outputs.api.access import Doors
from nongrata.outputs.api.app import build_app, guarded
from nongrata.outputs.api.guard import Bounds, host_name
from nongrata.outputs.api.labour import labour
from nongrata.outputs.api.limits import Buckets
from nongrata.outputs.api.listed import listed_over
from nongrata.outputs.api.service import Lists, Service, lists_stamp
from nongrata.outputs.api.work import Works
from nongrata.outputs.aside import say
from nongrata.outputs.numbers import whole_number
from nongrata.outputs.story.page import warm_templates
from nongrata.outputs.words import country_words
from nongrata.rows import Row
from nongrata.settings import Settings
from nongrata.store.opened import open_store
from nongrata.values import NongrataError, SettingError

PORT = 8_000
RATE = 300.0  # requests a second of one caller
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_MOST_AT_ONCE = 1_000  # connections
_WARM = Row(number=1, names=("Aleksandr Ivanov Trading Company",))
_LOOK = 20.0  # seconds between two looks whether the lists have changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where and how to serve, checked."""

    host: str
    port: int
    names: frozenset[str]
    rate: float


def add_serve_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `serve`."""
    parser = commands.add_parser(
        "serve",
        help="answer over HTTP, and show the pages of the desk",
        description="Answer over HTTP: the pages of the desk, its API, and yente's routes. On this machine alone, "
        "unless --host says otherwise; then a token is wanted (nongrata tokens add).",
    )
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="the address to listen on")
    parser.add_argument("--port", default=str(PORT), metavar="PORT", help=f"the port (default {PORT}; 0: any free one)")
    parser.add_argument(
        "--name", action="append", default=[], metavar="HOST", help="a name by which browsers reach the server"
    )
    parser.add_argument(
        "--rate", default=str(RATE), metavar="N", help=f"requests a second that one caller may send (default {RATE:g})"
    )
    parser.set_defaults(run=_serve)


def _serve(args: argparse.Namespace, settings: Settings) -> int:
    serving = serving_of(args)
    store = open_store(settings)
    if not is_loopback(serving.host) and not any(token.revoked_at is None for token in store.tokens.all()):
        raise NongrataError(
            f"found --host {serving.host} and no token; wanted one, for others can reach it: nongrata tokens add NAME"
        )
    sys.setswitchinterval(0.001)  # a quick answer waits no longer for a page that is being made
    gc.set_threshold(50_000, 20, 500)  # looking through all that is decoded for cycles stops every answer: seldom
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    works = Works(jobs=store.jobs, settings=settings, spool=settings.home / "jobs", entry=labour)
    doors = Doors(shelf=store.tokens, asked=Buckets(rate=serving.rate, burst=4 * serving.rate))
    service = Service(settings=settings, store=store, doors=doors, works=works)
    app = guarded(build_app(service, load=_keep_loaded), Bounds(hosts=_LOOPBACK | serving.names | {serving.host}))
    config = uvicorn.Config(
        app,
        host=serving.host,
        port=serving.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=5,
    )
    _Server(config).run()
    store.close()
    return 0


class _Server(uvicorn.Server):
    """uvicorn, saying where it listens."""

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override] # its own is narrower
        """Begin to listen, and say so."""
        await super().startup()
        for server in self.servers:
            for socket in server.sockets:
                address, port = socket.getsockname()[:2]
                shown = f"[{address}]" if ":" in address else address
                say(f"serving on http://{shown}:{port}  (Ctrl+C ends it)")


def serving_of(args: argparse.Namespace) -> Serving:
    """Give where to serve. Raises SettingError for what cannot be."""
    port = whole_number("--port", args.port, least=0, most=65_535)
    try:
        rate = float(args.rate)
    except ValueError:
        rate = 0.0
    if not 0.0 < rate <= 1_000_000.0:
        raise SettingError("--rate", args.rate, "requests a second: a number above 0")
    names = frozenset(host_name(name) for name in args.name)
    if "" in names or any("/" in name for name in names):
        raise SettingError("--name", str(args.name), "a host's name, such as desk.example.org")
    return Serving(host=args.host, port=port, names=names, rate=rate)


def is_loopback(host: str) -> bool:
    """Be an address that only this machine reaches.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _keep_loaded(service: Service) -> None:
    """Load the lists beside the answers, and again when they have changed."""
    threading.Thread(target=_load_again, args=(service,), name="lists", daemon=True).start()


def _load_again(service: Service) -> None:
    warm_templates()
    country_words("us")  # the table of countries is read when it is first asked
    wait, seen = threading.Event(), None
    while True:
        try:
            stamp = lists_stamp(service.settings)
            if stamp != seen:
                desk = open_desk(service.settings)
                next(desk.screen_rows([_WARM], threshold=0.7, limit=1), None)  # what is made at the first question
                service.loaded, seen = Lists(desk=desk, listed=listed_over(desk.index)), stamp
                gc.collect()
                gc.freeze()  # what is loaded stays: no pause to look through it again
        except NongrataError as error:
            logging.getLogger("nongrata.server").error("lists: %s", error)
        wait.wait(_LOOK)
