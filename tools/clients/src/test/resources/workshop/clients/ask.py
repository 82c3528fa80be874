"""Asks for a URL, or one after the other, in the way that is named first, and says when it has given up; then it stays as it is.

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
import urllib3

LIMIT = 1  # second
kept = []  # what the program still holds


def urllib_timeout(url):
    # tag::time-out[]
    urllib.request.urlopen(url, timeout=LIMIT)  # TimeoutError: the connection is closed
    # end::time-out[]


def requests_timeout(url):
    requests.get(url, timeout=LIMIT)


def urllib3_timeout(url):
    urllib3.PoolManager().request("GET", url, timeout=LIMIT)  # and asks again


def urllib3_once(url):
    # tag::urllib3[]
    urllib3.PoolManager().request("GET", url, timeout=LIMIT, retries=False)
    # end::urllib3[]


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


def urllib_get(*urls):
    for url in urls:
        urllib.request.urlopen(url).read()


def urllib3_get(*urls):
    pool = urllib3.PoolManager()
    for url in urls:
        pool.request("GET", url)


def requests_get(*urls):
    with requests.Session() as session:
        for url in urls:
            session.get(url)


def httpx_get(*urls):
    with httpx.Client() as client:
        for url in urls:
            client.get(url)


async def aiohttp_get(*urls):
    async with aiohttp.ClientSession() as session:
        for url in urls:
            await (await session.get(url)).read()


def gave_up(failure):
    print("gave up:", repr(failure), flush=True)


def stay(way):
    return 0 if way.__name__.endswith("_get") else 60


async def run(way, urls):
    try:
        await way(*urls)
    except (Exception, asyncio.CancelledError) as failure:
        gave_up(failure)
        await asyncio.sleep(stay(way))


def main():
    way, urls = globals()[sys.argv[1]], sys.argv[2:]
    if asyncio.iscoroutinefunction(way):
        asyncio.run(run(way, urls))
        return
    try:
        way(*urls)
    except Exception as failure:
        gave_up(failure)
        time.sleep(stay(way))


main()
