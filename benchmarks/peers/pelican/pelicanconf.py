"""Settings of the benchmark's directory, as Pelican reads them."""

SITENAME = "Varnholt Partner Network"
SITEURL = "https://partners.varnholt.example"
SITESUBTITLE = "Find the people who install, extend, operate and teach Varnholt."
AUTHOR = "Varnholt"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["lists"]

PAGE_PATHS = ["partners", "pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS = ["solutions", "notes"]
ARTICLE_URL = "{template}/{slug}/"
ARTICLE_SAVE_AS = "{template}/{slug}/index.html"
USE_FOLDER_AS_CATEGORY = True
PATH_METADATA = r"(?P<template>partners|pages|solutions|notes)/.*"
FORMATTED_FIELDS: list[str] = []
WITH_FUTURE_DATES = True
STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {"extra/style.css": {"path": "style.css"}}

DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""
CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
TAG_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
