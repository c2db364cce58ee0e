"""The one table of rules: which lines of a text are not the article.

A rule matches a whole line, never a part of one, and without regard to capitals. Rules that are `safe` may touch an entry
that an author wrote; all may touch what was pasted or captured. Adding a rule is adding one row here and one page of
examples, for and against, in `tests/clean/fixtures/rules.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Action = Literal["drop", "cut", "move"]
Where = Literal["anywhere", "head", "tail", "edges"]


@dataclass(frozen=True, slots=True)
class Removal:
    """A line that was taken out: by which rule, its number in the file, what it said, and what became of it."""

    rule: str
    line: int
    text: str
    action: Action = "drop"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table.

    `action`: drop the line, cut it and all that follows (in the tail only), or move what it says to the front matter.
    `where`: the head is before the article's prose, the tail where little prose follows, the edges next to either end.
    `anchored`: only next to a line that another rule took.
    """

    name: str
    pattern: re.Pattern[str]
    action: Action = "drop"
    where: Where = "anywhere"
    anchored: bool = False
    safe: bool = False


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})[ :.!…»›→>|]*", re.IGNORECASE)


_NETWORK = (
    r"facebook|twitter|linkedin|whatsapp|telegram|instagram|pinterest|reddit|tumblr|flipboard|threads|bluesky|mastodon|youtube|tiktok"
    r"|messenger|pocket|snapchat|viber|x\b|e-?mail|rss"
)
_SHARING = rf"{_NETWORK}|share[sd]?|tweet|pin|print|save|copy|copied|link|to|on|via|by|this|the|article|story|post|page|clipboard|all|options|sharing|click|\(opens in new window\)|close|more|icon|[\d.,]+k?|[\W_]"
_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_STAMP = (
    rf"{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|posted|updated|modified|created|last|first|date|time|on|at|and|edited|issue"
    r"|[ap]\.?m\.?|[a-z]?[ecmp][ds]t|et|pt|gmt|utc|bst|ist|cet|hrs?|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|ago|read(?:ing)?|\d+(?:st|nd|rd|th|h|m|d)?|[\W_]"
)
_NAME = r"(?-i:[A-Z][\w.'-]*(?: (?:de|da|di|del|la|van|von|der|den|bin|al|el|ter|[A-Z][\w.'-]*)){0,4})"
_CREDITED = r"getty|reuters|afp|ap|epa|shutterstock|istock|alamy|bloomberg|images|photos?|photograph(?:y|er)?|pictures?|times|media|press|wire|news|courtesy|handout|file|via|pool|anadolu|pa|unsplash|flickr|wikimedia"

RULES: tuple[Rule, ...] = (
    Rule(
        "advertisement",
        _any(
            r"(?:skip )?(?:advertise?ments?|ads?)",
            r"(?:advertisement|(?:article|story|page|content|post) continues|continue reading)(?: -)?(?: (?:article|story|page|content))?(?: continues?)?(?: reading)?(?: (?:below|after|under))?(?: (?:this |the )?(?:ad|advertisement))?",
            r"(?:sponsored|promoted|paid|partner)(?: (?:content|post|by|links?|message|stories))?",
        ),
        safe=True,
    ),
    Rule(
        "share",
        _any(
            rf"(?=.*(?:share|{_NETWORK}))(?>{_SHARING})++",
            r"share (?:this|the|our|with|via|on|your)\b.{0,40}",
            r"(?:send|e-?mail|tweet) this (?:article|story|page|post).{0,30}",
        ),
        safe=True,
    ),
    Rule(
        "newsletter",
        _any(
            r"(?:sign(?: me)? up|subscribe|register|join)(?: (?:now|today|here|free))?(?: (?:to|for|and get|and receive|below))?.{0,40}\b(?:news ?letters?|mailing list|inbox|e-?mail (?:list|updates|alerts)|daily briefing)\b.{0,60}",
            r"(?:sign(?: me)? up|subscribe|sign up (?:now|here|today)|subscribe (?:now|here|today|to (?:our|the) .{1,40}))",
            r"(?:get|receive|want) .{0,120}\b(?:newsletters?|inbox|by e-?mail|e-?mailed to you)\b.{0,60}",
            r"(?:thank you|thanks) for (?:subscribing|signing up|registering)\b.{0,160}|you are (?:signing up|subscribing)\b.{0,300}",
            r"(?:our |daily |weekly |free |the )?newsletters?(?: (?:sign-?up|subscription))?",
        ),
        safe=True,
    ),
    Rule(
        "read-more",
        _any(
            r"(?:also )?(?:read|see|find out|learn)(?: more| also| next)(?: (?:here|about .{1,60}|from .{1,60}|on .{1,60}))?(?: ?[:|>»–—-]+ ?.{0,200})?",
            r"(?:also read|keep reading|continue reading|read (?:the )?(?:full|whole|entire) (?:article|story|report|post))(?: ?[:|>»–—-]+ ?.{0,200})?",
            r".{0,200}(?:\.\.\.|…) ?(?:(?:read|see) )?more",
        ),
        safe=True,
    ),
    Rule(
        "comments",
        _any(
            r"(?:[\d,.]+ )?(?:reader )?comments?(?: section)?(?: ?\(?[\d,.]+\)?)?",
            r"(?:post|leave|add|write|submit|make|join|start) (?:a |an |your |the )?(?:public )?(?:comment|reply|conversation|discussion)s?.{0,20}",
            r"(?:view|show|see|read|load|hide|go to)(?: all)?(?: the)?(?: [\d,.]+)? comments?(?: ?\([\d,.]+\))?",
            r"(?:no comments(?: yet)?|comments are (?:closed|off|disabled|loading).{0,60}|be the first to comment.{0,40}|discussion about this post|loading comments)",
        ),
        "cut",
        "tail",
        safe=True,
    ),
    Rule(
        "comment-policy",
        _any(
            r"(?=.*\bcomment(?:s|ing|ers?)?\b).*\b(?:moderat\w+|guidelines|approved|rejected|community standards|terms|abus\w+|log(?:ged)? in|sign(?:ed)? in|register\w*|subscribers?|welcome)\b.*",
            r"we (?:will not|won't|do not) tolerate\b.*",
            r".*\be-?mail address will not be published.*|required fields are marked.*|(?:save|notify) m(?:e|y)\b.*\b(?:comment|comments|browser)\b.*",
        ),
        where="tail",
        anchored=True,
        safe=True,
    ),
    Rule(
        "related",
        _any(
            r"related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics?|reading|links|coverage|terms|tags|items|products|videos?))?",
            r"(?:more (?:stories|articles|news|headlines|coverage|for you|like this|on this (?:story|topic)|(?:from|about|in|on) .{1,40}))",
            r"(?:recommended|suggested)(?: (?:for you|reading|stories|articles|videos|by our editors))?",
            r"(?:you|readers) (?:may|might)(?: also)? (?:like|enjoy|be interested in|have missed)",
            r"(?:most|more) (?:popular|read|viewed|recent|commented|shared|watched|emailed)(?: .{1,20})?|popular(?: (?:posts|articles|stories|now|news))?",
            r"trending(?: (?:now|stories|topics|news|today|on .{1,30}))?|(?:the )?latest(?: (?:news|articles|stories|posts|headlines|updates|from .{1,30}|in .{1,30}))?",
            r"(?:top|other|recent|breaking|featured) (?:stories|news|headlines|posts|articles|videos)|editors?'?s? picks?|what to read next|read next|up next|next up|watch next",
            r"explore (?:more|further|related)(?: .{1,40})?|in case you missed it|don't miss|go deeper|dig deeper|discover more",
        ),
        "cut",
        "tail",
    ),
    Rule(
        "about-author",
        _any(
            r"about (?:the )?(?:authors?|writers?)|(?:see|read|view)? ?full bio|(?:view|see|read) (?:all|more) (?:posts|articles|stories)(?: (?:by|from) .{1,40})?|more (?:by|from) the author",
        ),
        "cut",
        "tail",
    ),
    Rule(
        "author-bio",
        _any(
            rf"(?:{_NAME},? (?:is|was|has|covers|writes|works|reports|joined|hails|lives)|(?:he|she|they) (?:is|was|has|covers|writes|can be reached))\b.{{0,80}}"
            r"\b(?:reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|fellow|author|freelancer?|cover(?:s|ing)|blogger|intern|analyst|president|director|expert|veteran|years)\b.*",
            rf".{{0,60}}\b(?:follow|followed|reach|reached|contact|e-?mail) (?:{_NAME}|him|her|them|me|at|on|the author)\b.*(?:@|\bon (?:twitter|x|instagram)).*",
        ),
        where="tail",
        anchored=True,
    ),
    Rule(
        "see-also",
        _any(
            r"\[?(?:read|read & listen|related(?: \w+)?|see also|see|watch(?: more| now| live| here)?|listen(?: now| here| to this)?|more(?: on this)?|explainer|go deeper|don't miss|in case you missed it|in pictures|recommended|must read|editor's pick) ?[:|>»]+ ?.{1,200}",
        ),
    ),
    Rule(
        "watch",
        _any(
            r"(?:watch|listen|play|video|audio|podcast|gallery|slideshow|live|in pictures)(?: (?:now|live|here|below|again|video|audio|more|story|player|to (?:this|the) (?:article|story|podcast|episode).{0,30}|(?:this|the|a) (?:video|clip|report).{0,40}))?(?: ?\(?\d+:\d\d\)?)?",
            r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?",
            r"(?:this|the) (?:video|audio|media|content|browser).{0,40}(?:not (?:be |available|supported)|can(?:no|')t|unable|can also be viewed).*",
            r"(?:to view this (?:video|content)|your browser (?:does not|doesn't) support|please enable javascript|view this post on).*",
        ),
    ),
    Rule(
        "follow-us",
        _any(
            rf"follow(?: (?:us|me|along|.{{1,40}}))?(?: (?:on|at|via)(?: (?:{_NETWORK}|google news|and|or|,|our|@\w+)[,.]?)+(?:.{{0,60}})?)?",
            r"(?:connect|stay connected|keep up|stay up to date|stay informed|stay in touch|find us|like us|join us)(?: (?:with|on|at) .{1,60})?",
            r"(?:download|get|install) (?:our|the) .{0,30}\bapps?\b.{0,60}",
        ),
    ),
    Rule(
        "support",
        _any(
            r"(?:please )?(?:support|donate|contribute|become a|make a)\b.{0,40}\b(?:journalism|reporting|newsroom|member|subscriber|supporter|donation|gift|now|today)\b.{0,80}",
            r"donate|already (?:a )?(?:subscriber|member|have an account|subscribed)\b.{0,60}|(?:for )?subscribers? only|start (?:your|a) free trial|(?:subscribe|sign in) to (?:read|continue|unlock)\b.{0,60}",
            r"(?:sign|log) in (?:with|to|using)\b.{0,100}|please refresh the page.{0,200}|follow a topic.{0,100}|subscribers can (?:gift|share).{0,60}",
        ),
    ),
    Rule(
        "contact",
        _any(
            r"(?:got|have|do you have|send us) (?:a |any |your )?(?:news |story |confidential )?(?:tips?|story|stories|questions?|corrections?|feedback)\b.{0,160}",
            r"(?:to )?(?:contact|e-?mail|reach|write to) (?:the (?:author|reporter|editor|newsroom)|us|our (?:newsroom|team|editors))\b.{0,120}",
            r"(?:was this (?:page|article|story) (?:helpful|useful)|report (?:an error|a typo|a correction)|feedback to editors|thanks for your feedback|what did you think)\b.{0,80}",
            r"(?:for (?:more|further) information|to learn more)\b.{0,120}\b(?:visit|contact|call|go to|see|click)\b.{0,120}",
            r"[\w.+-]+@[\w-]+\.[\w.-]+|\[?e-?mail[  ]protected\]?",
        ),
    ),
    Rule(
        "cookies",
        _any(
            r"(?:we(?: and our partners)?|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|(?:accept|reject|manage|allow)(?: all)? (?:cookies|privacy|consent|preferences)\b.{0,40}",
            r"(?:cookies?|privacy|your privacy)(?: (?:policy|settings|preferences|notice|statement|choices|rights))+|do not sell (?:or share )?my .{1,60}",
            r"by (?:continuing|clicking|submitting|signing|subscribing|providing|entering)\b.{0,200}\b(?:terms|privacy|cookies|policy)\b.*|this site is protected by recaptcha.*",
            r"(?:terms(?: (?:of (?:use|service)|and|&) ?(?:conditions)?)+|terms & privacy|accessibility(?: statement)?|legal(?: notice)?|eu privacy rights|interest-based ads)",
        ),
    ),
    Rule(
        "copyright",
        _any(
            r"(?:copyright|\(c\)|©)(?: (?:copyright|\(c\)|©))? ?\d{0,4}.{0,200}|.{0,100}© ?\d{4}.{0,100}|.{0,120}all rights reserved.{0,200}",
            r"this (?:material|document|article|content) (?:may not be|is subject to|is protected by|must not be).{0,300}|.*\bno part (?:of this|may be)\b.*reproduc.*|(?:re)?prints?(?: (?:and|&))? permissions?|(?:reprinted|excerpted|reproduced) (?:by|with|from)\b.{0,200}",
            r".{0,80}\brepublish(?:ed)? (?:this|our|with|under|from)\b.{0,200}",
        ),
    ),
    Rule(
        "affiliate",
        _any(
            r".{0,160}\b(?:we|us|site|publisher) (?:may|might|can|could) (?:also )?(?:earn|receive|get|make)\b.{0,30}\b(?:commissions?|compensation|money|share|fee)\b.{0,300}",
            r".{0,80}\bindependently (?:selected|chosen|reviewed|evaluate)\b.{0,80}\b(?:editors|team|we|our)\b.*|.{0,100}\beditorially independent\b.*",
        ),
    ),
    Rule(
        "disclaimer",
        _any(
            r"disclaimer:.*|.{0,60}\b(?:opinions|views)(?: and opinions)? expressed\b.{0,120}\b(?:their own|his own|her own|the authors?'?s?|not (?:necessarily )?(?:represent|reflect)|do not)\b.*",
        ),
    ),
    Rule(
        "embed",
        _any(
            r"a post shared by .{1,80}|view this post on .{1,40}|.{0,300}\bpic\.twitter\.com/\w+|(?:—|--?) ?.{1,60}\(@\w+\).{0,40}|play video content",
        ),
    ),
    Rule(
        "photo-credit",
        _any(
            r"(?:photo|image|picture|photograph|illustration|file photo|(?:photo |image |picture )?(?:credits?|source|courtesy))s?(?: (?:by|of|from|via|courtesy of))?(?: ?:)? ?.{0,80}",
            r"(?:enlarge(?: this image)?|(?:toggle|hide|show) caption|getty|credit|caption|image \d+ of \d+|\d+ of \d+|\d+/\d+)",
            rf"(?:.{{1,60}}[/|,] ?|.{{0,40}}\b)(?:{_CREDITED})(?: (?:{_CREDITED}|images|photo|via|/))*",
            rf".{{0,400}}[\[(](?=[^()\[\]]*\b(?:{_CREDITED})\b)[^()\[\]]{{2,90}}[\])]",
            r".{10,400}[.!?\])'\" ] ?(?:(?:photo|image|picture|video|file)s? )?(?:credits?|photos?(?:graph)?|images?|pictures?|source|courtesy)(?: (?:shared )?(?:by|of))?(?: ?:| by| courtesy of) .{2,80}",
            r".{10,450}(?:\b|[a-z.])(?:getty(?: images)?|ap photo|file photo|shutterstock|istock|(?:hide|toggle) caption|via (?:ap|reuters|afp|imago)(?: file| images)?|/ ?(?:afp|ap|reuters|nbc|pool))",
        ),
    ),
    Rule(
        "byline",
        _any(
            rf"(?:(?:written|posted|reported|published|story|words|text|report|reviewed|edited|compiled|analysis|opinion|fact checked) )?by:? {_NAME}(?:(?:,| and|, and| &| in) {_NAME}){{0,5}}(?:[,|/•·–—-]? .{{0,60}})?",
            r"\(?(?:additional )?(?:reporting|writing|editing|production|with (?:reporting|additional reporting|contributions)) (?:by|from) .{2,200}\)?",
            rf"(?:—|--?)? ?{_NAME}(?:(?:,| and|, and) .{{2,60}})? contributed (?:reporting|to this).{{0,60}}",
            rf"(?=.*\d{{4}})(?!.*\d{{5}}){_NAME}(?:,? (?:and )?{_NAME})?,? ?(?>{_STAMP})++",
            r"(?:by|author|written by|posted by|contributor|(?:staff|contributing|senior) (?:writer|reporter|editor)|the associated press|associated press|reuters|afp|agence france-presse|news agencies)",
        ),
        "move",
    ),
    Rule(
        "timestamp",
        _any(rf"(?=.*(?:\d|ago|published|updated))(?!.*\d{{5}})(?>{_STAMP})++"),
        "move",
    ),
    Rule(
        "tags",
        _any(
            r"(?:tags?|tagged(?: (?:as|with|in))?|topics?|filed under|categor(?:y|ies)|keywords|labels|posted in|sections?|in this (?:article|story)|article tags)(?: ?: ?.{0,200})?",
        ),
    ),
    Rule(
        "menu",
        _any(
            r"skip .{1,60}|(?:sign|log) ?(?:in|out|up)|login|register|my account|search(?: for)?|(?:main )?menu|navigation|home(?:page)?|about(?: us)?|contact(?: us)?|help|careers|jobs|advertise(?: with us)?|site ?map|subscriptions?|events|shop|store|reviews|blog|donate now",
            r"back to (?:top|blog|home)|scroll to top|jump to .{1,30}|table of contents|contents|on this page|loading|close|open|expand|collapse|next(?: (?:post|article|story|page))?|prev(?:ious)?(?: (?:post|article|story|page))?|previous ?next|post navigation|breadcrumb",
            r"(?:see|view|show|load|read)(?: (?:all|more|less))+|submit|cancel|send|reply|report|like|save|gift|name|(?:your )?(?:first |last )?name|e-?mail(?: address)?|website|dark|light|grid|list|english|español|[\W_]+",
        ),
    ),
    Rule("fragment", re.compile(r"(?!.*[.!?。！？؟۔।:;,][\"')\]]*$)(?:\S+ ){0,19}\S+|(?:\S+ ){0,10}\S+[?!]|.*(?:…|\.\.\.)"), where="edges"),
)

FRAGMENT = RULES[-1]
HEADLINE, DATELINE, AGENCY = "headline", "dateline", "agency"  # known by where they stand rather than by what they say
NAMES = frozenset({*(rule.name for rule in RULES), HEADLINE, DATELINE, AGENCY})
