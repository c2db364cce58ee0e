"""The site that Pelican builds: entries, lists by theme, which are its tags, the home page, feeds."""

SITENAME = "Bench"
SITEURL = "https://bench.example"
AUTHOR = "Bench"
TIMEZONE = "UTC"
PATH = "content"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
DEFAULT_CATEGORY = "entries"
DEFAULT_PAGINATION = 30
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
TAG_URL = "themes/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_SAVE_AS = "themes/index.html"
DIRECT_TEMPLATES = ["index", "tags"]
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
PAGINATED_TEMPLATES = {"index": None, "tag": None}
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "themes/{slug}/feed.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = True
PLUGINS: list[str] = []  # none that happens to be installed
