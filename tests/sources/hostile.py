"""A server that answers as those do who mean ill: byte for byte as they like, and for as long as they like."""

from __future__ import annotations

import gzip
import socket
import socketserver
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

MIB = 1024 * 1024
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
CHUNK = b"100000\r\n" + b"a" * MIB + b"\r\n"


def moved(to: str) -> list[bytes]:
    """Give an answer that leads elsewhere."""
    return [f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()]


def packed(kind: str, body: bytes) -> list[bytes]:
    """Give an answer that says how its body is packed."""
    return [OK + f"Content-Encoding: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body]


def dripping(first: bytes) -> Iterator[bytes]:
    """Give the start of an answer, then a letter again and again, and no end."""
    yield first
    while True:
        time.sleep(0.05)
        yield b"a"


def endless() -> Iterator[bytes]:
    """Give a body of 2 GB, of which nobody was told the length."""
    yield OK + b"Transfer-Encoding: chunked\r\n\r\n"
    for _ in range(2_048):
        yield CHUNK


def gzip_in_gzip() -> bytes:
    """Give 256 MB of nothing in 1,200 bytes."""
    packer = zlib.compressobj(9, wbits=31)
    return gzip.compress(b"".join([*(packer.compress(bytes(MIB)) for _ in range(256)), packer.flush()]))


ANSWERS: Mapping[str, list[bytes]] = {
    "/told-2gb": [OK + b"Content-Length: 2147483648\r\n\r\n" + b"a" * 1_000],
    "/bomb": packed("gzip", gzip.compress(bytes(64 * MIB))),
    "/bomb-in-bomb": packed("gzip", gzip_in_gzip()),
    "/deflate-bomb": packed("deflate", zlib.compress(bytes(64 * MIB))),
    "/brotli": packed("br", b"\x0b\x02\x80abc\x03"),
    "/twice-packed": packed("gzip, gzip", gzip.compress(gzip.compress(b"a"))),
    "/no-gzip": packed("gzip", b"this is no gzip"),
    "/half": packed("gzip", gzip.compress(b"a" * 5_000)[:-9]),
    "/short": [OK + b"Content-Length: 5000\r\n\r\n<rss>"],
    "/two-lengths": [OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\n<rss><rss>"],
    "/no-length": [OK + b"Content-Length: many\r\n\r\n<rss>"],
    "/minus": [OK + b"Content-Length: -1\r\n\r\n<rss>"],
    "/bad-chunks": [OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n"],
    "/long-header": [OK + b"X-A: " + b"a" * 2 * MIB + b"\r\n\r\n"],
    "/many-headers": [OK + b"".join(b"X-%d: a\r\n" % number for number in range(200_000)) + b"\r\n"],
    "/no-http": [b"220 ftp.example ready\r\n"],
    "/nothing": [b""],
    "/loop": moved("/loop"),
    "/there": moved("/back"),
    "/back": moved("/there"),
    "/file": moved("file:///etc/passwd"),
    "/gopher": moved("gopher://127.0.0.1:70/1"),
    "/script": moved("javascript:alert(1)"),
    "/empty-redirect": moved("http://"),
    "/metadata": moved("http://169.254.169.254/latest/meta-data/"),
    "/metadata-6": moved("http://[fd00:ec2::254]/"),
    "/mapped": moved("http://[::ffff:169.254.169.254]/"),
    "/mapped-hex": moved("http://[::ffff:7f00:1]/"),
    "/nat64": moved("http://[64:ff9b::a9fe:a9fe]/"),
    "/decimal": moved("http://2852039166/"),
    "/hex": moved("http://0x7f.1/"),
    "/octal": moved("http://0177.0.0.1/"),
    "/short-ip": moved("http://127.1/"),
    "/zero": moved("http://0/"),
    "/name": moved("http://localhost:1/"),
    "/user": moved("http://news.example@169.254.169.254/"),
    "/password": moved("http://me:secret@news.example/"),
    "/lan": moved("http://192.168.0.1/admin"),
}
DRIPS: Mapping[str, bytes] = {
    "/slow-status": b"HTTP/1.1 200 ",
    "/slow-header": OK + b"X-A: ",
    "/slow-body": OK + b"\r\n<rss>",
    "/slow-chunks": OK + b"Transfer-Encoding: chunked\r\n\r\n",
    "/silent": b"",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """Where it listens, what it was asked for, and who still hangs on its lines."""

    url: str
    asked: list[str] = field(default_factory=list)
    left: dict[str, threading.Event] = field(default_factory=dict)  # set once who asked has hung up


@contextmanager
def hostile_site(more: Mapping[str, list[bytes]] = {}) -> Iterator[Hostile]:
    """Start the server, which knows `more` beside what is above, as it stands when it is asked; end it afterwards."""

    class Line(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            path = self.request.recv(65_536).decode("latin-1").split(" ")[1]
            site.asked.append(path)
            try:
                for part in parts_of(path):
                    self.request.sendall(part)
                self.request.shutdown(socket.SHUT_WR)
            except OSError:
                site.left.setdefault(path, threading.Event()).set()

    def parts_of(path: str) -> Iterator[bytes]:
        if path in DRIPS:
            return dripping(DRIPS[path])
        return (
            endless() if path == "/2gb" else iter(more.get(path) or ANSWERS.get(path) or [b"HTTP/1.1 404 No\r\n\r\n"])
        )

    class Quiet(socketserver.ThreadingTCPServer):
        daemon_threads, allow_reuse_address = True, True

    with Quiet(("127.0.0.1", 0), Line) as server:
        site = Hostile(url=f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield site
        server.shutdown()
