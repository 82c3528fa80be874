"""Asks for a URL in the way that is named first, and says when it has given up; then it stays as it is.

Where it has an answer, or just waits for one, it ends."""
import asyncio
import concurrent.futures
import http.client
import sys
import time
import urllib.parse
import urllib.request

import aiohttp
import httpx
import requests

LIMIT = 1  # second
kept = []  # what the program still holds


def urllib_timeout(url):
    # tag::time-out[]
    urllib.request.urlopen(url, timeout=LIMIT)  # TimeoutError: the connection is closed
    # end::time-out[]


def requests_timeout(url):
    requests.get(url, timeout=LIMIT)


def httpx_timeout(url):
    httpx.get(url, timeout=LIMIT)


def http_client_kept(url):
    target = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(target.hostname, target.port, timeout=LIMIT)
    kept.append(connection)
    connection.request("GET", target.path)
    connection.getresponse()


def future_result(url):
    # tag::future[]
    pool = concurrent.futures.ThreadPoolExecutor()
    pool.submit(urllib.request.urlopen, url).result(timeout=LIMIT)  # TimeoutError: nobody tells the server
    # end::future[]


async def aiohttp_timeout(url):
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=LIMIT)) as session:
        await session.get(url)


async def aiohttp_cancel(url):
    async with aiohttp.ClientSession() as session:
        await asyncio.wait_for(session.get(url), LIMIT)


async def aiohttp_shield(url):
    session = aiohttp.ClientSession()
    kept.append(asyncio.ensure_future(session.get(url)))
    await asyncio.wait_for(asyncio.shield(kept[0]), LIMIT)


def urllib_get(url):
    urllib.request.urlopen(url).read()


def requests_get(url):
    requests.get(url)


def httpx_get(url):
    httpx.get(url)


async def aiohttp_get(url):
    async with aiohttp.ClientSession() as session:
        await (await session.get(url)).read()


def gave_up(failure):
    print("gave up:", repr(failure), flush=True)


def stay(way):
    return 0 if way.__name__.endswith("_get") else 60


async def run(way, url):
    try:
        await way(url)
    except (Exception, asyncio.CancelledError) as failure:
        gave_up(failure)
        await asyncio.sleep(stay(way))


def main():
    way, url = globals()[sys.argv[1]], sys.argv[2]
    if asyncio.iscoroutinefunction(way):
        asyncio.run(run(way, url))
        return
    try:
        way(url)
    except Exception as failure:
        gave_up(failure)
        time.sleep(stay(way))


main()
