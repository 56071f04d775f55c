"""`nongrata watch PLACE…`: follow feeds, sitemaps, folders and pages, and tell of alerts."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from nongrata.desk import open_desk
from nongrata.dossiers.alerts import ALL_RULES, Alert
from nongrata.newsroom.asked_again import LISTS, lists_in_use, stories_touched
from nongrata.newsroom.clients import CLIENTS, index_of, read_clients
from nongrata.newsroom.deliver import MAIL_FROM, Mail, Send, Webhook, deliver, write_feed
from nongrata.newsroom.keep import Room, open_room, reread, this_moment
from nongrata.newsroom.places import add_places, watched
from nongrata.newsroom.read_new import EVERY, Web
from nongrata.newsroom.watch import watch_round
from nongrata.outputs.aside import say
from nongrata.outputs.desk.watch_places import add_places_options, show_places
from nongrata.outputs.story.show import READ, SOME_SKIPPED
from nongrata.outputs.targets import replaced_file, target_file
from nongrata.outputs.terminal_lines import out_console, print_line
from nongrata.outputs.words import counted
from nongrata.settings import Settings
from nongrata.sources.ask import ask
from nongrata.sources.manners import PACE, Manners
from nongrata.store.sources import Source
from nongrata.values import NongrataError, SettingError, Skipped

_NAP = 5.0  # seconds between two looks at what is due
_STYLES = {"listed_acts": "bold red", "newly_exposed": "bold red", "client_near_listed": "bold yellow"}


def add_watch_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `watch`."""
    parser = commands.add_parser(
        "watch",
        help="follow feeds, sitemaps, folders and pages, and tell of alerts",
        description="Follow feeds (RSS, Atom, JSON Feed), sitemaps, OPML files, folders and pages: read and keep what "
        "is new, and tell when somebody listed acts, when a client stands beside them, and when a list changes what a "
        "kept story says. Started again, it goes on where it was.",
    )
    parser.add_argument("places", nargs="*", metavar="FILE|URL", help="what to follow; none: what was followed before")
    parser.add_argument("--once", action="store_true", help="ask each place that is due once, then stop")
    parser.add_argument("--clients", nargs="+", default=[], metavar="FILE", help="a csv of names to watch for as well")
    parser.add_argument("--every", type=float, default=EVERY.total_seconds() / 60, metavar="MINUTES",
                        help="ask each place so often (15)")  # fmt: skip
    parser.add_argument("--pace", type=float, default=PACE, metavar="SECONDS", help="leave a site alone so long (2)")
    parser.add_argument("--webhook", metavar="URL", help="post alerts there, signed with NONGRATA_WEBHOOK_SECRET")
    parser.add_argument("--mail-to", metavar="ADDRESS", help="mail alerts there, by the server of NONGRATA_SMTP")
    parser.add_argument("--mail-from", metavar="ADDRESS", default=MAIL_FROM, help=f"who sends them ({MAIL_FROM})")
    parser.add_argument("--feed", metavar="FILE", help="keep an Atom feed of the alerts there")
    parser.add_argument("--private-host", action="append", default=[], metavar="HOST",
                        help="ask this host though it is of your own machine or network; again for others")  # fmt: skip
    parser.add_argument("--alert", action="append", default=[], metavar="RULE", help="raise alerts by this rule, again "
                        f"for others: {', '.join(each.__name__ for each in ALL_RULES)} (all)")  # fmt: skip
    add_places_options(parser)
    parser.set_defaults(run=_watch)


def _watch(args: argparse.Namespace, settings: Settings) -> int:
    if args.list or args.pause or args.resume or args.remove:
        return show_places(args, settings)
    feed = replaced_file("--feed", target_file("--feed", args.feed, [*args.places, *args.clients], read="place"))
    channels = _channels(args, settings)
    web = _web(args)
    room = replace(open_room(settings), channels=tuple(channels), rules=_rules(args.alert))
    if args.clients:
        _take_clients(room, args.clients)
    room = replace(room, clients=index_of(room.store.clients.all()))
    places = [place if "://" in place else str(Path(place).resolve()) for place in args.places]
    _check(places, room)
    add_places(room.store, places, now=this_moment())
    if not args.once:
        places_watched = counted(len(watched(room.store)), "place")
        say(f"watching {places_watched}, each asked every {args.every:g} min (Ctrl+C ends it)")
    skipped = 0
    while True:
        skipped += _round(room, web, places)
        failed = [deliver(room.store, name, send, now=this_moment()) for name, send in channels.items()]
        if feed is not None:
            write_feed(feed, room.store, now=this_moment())
        if sum(failed):
            say(f"note: {sum(failed)} alerts could not be handed on; they are tried again")
        if args.once:
            return SOME_SKIPPED if skipped else READ
        time.sleep(_NAP)
        room = _with_lists_of_now(room, settings)


def _take_clients(room: Room, tables: list[str]) -> None:
    """Watch for the clients of these tables, and for no others, from now on."""
    now = this_moment()
    rows = [row for table in tables for row in read_clients(table, now=now, say=say)]
    for row in rows:
        if isinstance(row, Skipped):
            say(f"note: {row.item}: {row.reason}")
    room.store.clients.replace(CLIENTS, [row for row in rows if not isinstance(row, Skipped)])


def _check(places: list[str], room: Room) -> None:
    for place in places:
        if "://" not in place and not Path(place).exists():
            raise NongrataError(f"{place}: found no such file or folder; wanted one, or a URL")
        if "://" in place and not place.startswith(("http://", "https://")):
            raise NongrataError(f"{place}: wanted http:// or https://, a file or a folder")
    if not places and not watched(room.store):
        raise NongrataError("found nothing to watch; wanted a feed, a sitemap, an OPML file, a folder or a page")


def _web(args: argparse.Namespace) -> Web:
    if not 0 < args.every <= 10_080:
        raise SettingError("--every", str(args.every), "minutes, more than 0 and at most a week")
    if not 0 <= args.pace <= 3_600:
        raise SettingError("--pace", str(args.pace), "seconds, 0 to 3600")
    hosts = frozenset(host.lower().strip("[]") for host in args.private_host)
    if "" in hosts or any("/" in host for host in hosts):
        raise SettingError("--private-host", ", ".join(args.private_host), "a host's name or address: news.lan")
    asks = partial(ask, private_hosts=hosts)
    manners = Manners(asks, clock=time.monotonic, sleep=time.sleep, pace=args.pace)
    return Web(ask=asks, manners=manners, every=timedelta(minutes=args.every))


def _round(room: Room, web: Web, places: list[str]) -> int:
    """Ask again where lists have changed, then every place that is due; give how much could not be read."""
    _ask_again(room)
    before, skipped, kept = room.store.alerts.count(), 0, 0
    for read in watch_round(room, web, clock=this_moment, only=frozenset(places) if places else None):
        if read.said is not None:
            skipped += 1
            say(f"skipped: {read.entry}: {read.said}")
        kept += read.kept is not None and read.kept.is_new
    if kept or skipped:
        alerts = room.store.alerts.count() - before
        say(f"{counted(kept, 'new story', 'new stories')} kept, {counted(alerts, 'alert')} raised, {skipped} skipped")
    return skipped


def _rules(told: list[str]) -> frozenset[str] | None:
    names = [each.__name__ for each in ALL_RULES]
    for name in told:
        if name not in names:
            raise SettingError("--alert", name, f"one of {', '.join(names)}")
    return frozenset(told) or None


def _ask_again(room: Room) -> None:
    """Read the kept stories again that the lists in use now may answer otherwise than those before."""
    now, digest = this_moment(), lists_in_use(room.desk.index)
    last = room.store.sources.get(LISTS)
    if last is None or last.etag != digest:
        if last is not None:
            for found in reread(room, stories_touched(room), now=now):
                if isinstance(found, Skipped):
                    say(f"skipped: {found.item}: {found.reason}")
        room.store.sources.put(Source(uri=LISTS, kind="lists", etag=digest, due=now, is_watched=False))


def _with_lists_of_now(room: Room, settings: Settings) -> Room:
    """Give the room with the desk over the lists in use now, where others were put into use meanwhile."""
    desk = open_desk(settings)
    return room if lists_in_use(desk.index) == lists_in_use(room.desk.index) else replace(room, desk=desk)


def _channels(args: argparse.Namespace, settings: Settings) -> Mapping[str, Send]:
    console = out_console()

    def show(alert: Alert) -> str | None:
        print_line(f"{alert.rule.replace('_', ' ')}: {alert.says}", console, style=_STYLES.get(alert.rule, ""))
        print_line(f"  {alert.about.get('title') or ''}  {alert.about.get('uri') or ''}", console)
        return None

    channels: dict[str, Send] = {"terminal": show}
    if args.webhook is not None:
        if settings.webhook_secret is None or not args.webhook.startswith(("http://", "https://")):
            raise SettingError("--webhook", args.webhook, "http(s)://…, and NONGRATA_WEBHOOK_SECRET to sign with")
        channels["webhook"] = Webhook(url=args.webhook, secret=settings.webhook_secret, clock=this_moment)
    if args.mail_to is not None:
        if settings.smtp is None or "@" not in args.mail_to:
            raise SettingError("--mail-to", args.mail_to, "an address, and NONGRATA_SMTP to send by")
        channels["mail"] = Mail(server=settings.smtp, to=args.mail_to, sender=args.mail_from)
    return channels
