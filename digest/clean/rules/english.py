"""The rules for English, and for what is the same in every language."""

from __future__ import annotations

from digest.clean.rules.rule import Rule

ENGLISH: tuple[Rule, ...] = (
    Rule(
        "advertisement",
        r"""
        (?:skip )?(?:advertise?ments?|ads?)
        (?:advertisement ?-? ?)?(?:article|story|page|post) continues (?:below|after|under)(?: th(?:is|e) ad.{0,12})?
        advertisement - (?:continue reading|scroll to continue)(?: below)?|continue reading below(?: the ad.{0,12})?
        (?:sponsored|promoted|paid|partner) (?:content|posts?|by|links?|messages?|stories)|sponsored|advertising
        """,
        safe=True,
    ),
    Rule(
        "share",
        r"""
        (?:\W|click to |please )*(?:share|tweet|pin it|copy link|\d[\d,.]*k? shares?)\b(?><sharing>)*+
        (?!.*\.$)share (?:this|with|via|your thoughts)\b.{0,40}
        (?:send|e-?mail|tweet) this (?:article|story|page|post).{0,30}
        """,
        safe=True,
    ),
    Rule(
        "share",
        r"""
        (?!\d{1,2}[.)] )[\W\d]*+(?:<network>|shared?|click|copy|print|save|pin)(?><sharing>)*+
        (?!\d{1,2}[.)] )[\W\d]*+(?:link (?:was )?)?copied(?><sharing>)*+
        (?:(?:article|story|page) (?:bookmarked|saved)|add(?:ed)? to (?:bookmarks|reading list|favou?rites))
        .{0,60}\bopens in a new window|[\d,.]+[km]? followers|share your story
        an icon (?:of|in the shape of) .{1,60}|read in app
        """,
    ),
    Rule(
        "newsletter",
        r"""
        (?:sign(?: me)? up|subscribe|register|join)\b.{0,90}\b(?:news ?letters?|mailing list)\b.{0,60}
        (?:sign(?: me)? up|subscribe)\b.{0,90}\bbriefing\b.{0,60}
        (?:sign(?: me)? up|subscribe|register|join)\b.{0,90}\byour inbox\b.{0,60}
        (?:sign(?: me)? up|subscribe|register|join)\b.{0,90}\be-?mail (?:list|updates|alerts)\b.{0,60}
        (?:sign(?: me)? up|subscribe)(?: (?:now|here|today|below))*
        (?:our |daily |weekly |free |the )?newsletters?(?: (?:sign-?up|subscription))?
        """,
        safe=True,
    ),
    Rule(
        "newsletter",
        r"""
        subscribe to (?:our|the) [^.,]{1,40}\.?|(?:register|join)\b.{0,90}\bbriefing\b.{0,60}
        (?=.*\b(?:our|your?|us|alerts?|updates?|free|here)\b)(?:new! |want .{1,50}\? )?sign up (?:now|to|for) .{1,150}
        (?:get|receive|want) .{0,120}\b(?:newsletters?|inbox|by e-?mail|e-?mailed to you)\b.{0,60}
        (?:thank you|thanks) for (?:subscribing|signing up|registering)\b.{0,160}
        (?:you are|you're|you have|you've) (?:now |successfully )*(?:signing up|subscrib(?:ing|ed)|signed up)\b.{0,300}
        be the first to (?:get|know|hear|receive)\b.{0,60}
        (?:arrives|delivered|sent) (?:daily|weekly|weekdays|every (?:day|week|morning|\w{3,6}day))
        """,
    ),
    Rule(
        "read-more",
        r"""
        (?:also )?read(?: more| also| next)?(?: here)? ?[:|>»–—-]+ ?.{0,200}
        (?:also )?read (?:more|also|next)(?: (?:here|about .{1,60}|on this .{1,40}))?(?: ?[:|>»–—-]+ ?.{0,200})?
        (?:keep|continue) reading|read (?:the )?(?:full|whole|entire) (?:article|story|report|post)
        """,
        safe=True,
    ),
    Rule(
        "read-more",
        r"""
        click here (?:to|for) .{1,100}
        (?:see|find out|learn) (?:more|also)(?: (?:here|about .{1,60}|from .{1,60}))?(?: ?[:|>»–—-]+ ?.{0,200})?
        .{0,200}(?:\.\.\.|…) ?(?:(?:read|see) )?more
        """,
    ),
    Rule(
        "comments",
        r"""
        (?:[\d,.]+ )?(?:reader )?comments?(?: section)?(?: ?\(?[\d,.]+\)?)?
        (?:post|leave|add|write|submit|make|join|start) (?:an? |your |the )?(?:public )?(?:comment|reply|discussion)s?
        join (?:the|in the) (?:conversation|debate)|discussion about this post
        (?:view|show|see|read|load|hide|go to)(?: all)?(?: the)?(?: [\d,.]+)? comments?(?: ?\([\d,.]+\))?
        no comments(?: yet)?|comments are (?:closed|off|disabled|loading).{0,60}|loading comments
        be the first to comment.{0,40}
        """,
        action="cut",
        where="tail",
        safe=True,
    ),
    Rule(
        "comment-policy",
        r"""
        please read our comment(?:s|ing)? policy\b.*
        (?=.*\bcomment(?:s|ing|ers?)?\b).*\b(?:moderat\w+|guidelines|approved|rejected|community standards|abus\w+)\b.*
        (?=.*\bcomment(?:s|ing|ers?)?\b).*\b(?:logg?(?:ed)? in|sign(?:ed)? in|register|to (?:join|comment))\b.*
        we (?:will not|won't|do not) tolerate\b.*|required fields are marked.*|.*\bemail address will not be published.*
        (?:save|notify) m[ey]\b.*\b(?:comments?|browser)\b.*
        """,
        where="tail",
        beside=("comments", "comment-policy", "related", "read-more", "share"),
        safe=True,
    ),
    Rule(
        "related",
        r"""
        related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics?|reading|links|coverage|terms|tags|videos?))?
        more (?:stories|articles|news|headlines|coverage|for you|like this|on this (?:story|topic))
        more (?:from|about|in|on) .{1,40}|(?:recommended|suggested)(?: (?:for you|reading|stories|articles|videos))?
        (?:you|readers) (?:may|might)(?: also)? (?:like|enjoy|be interested in|have missed)
        (?:most|more) (?:popular|read|viewed|recent|commented|shared|watched|emailed)(?: .{1,20})?
        popular(?: (?:posts|articles|stories|now|news))?|trending(?: (?:now|stories|topics|news|today|on .{1,30}))?
        (?:the )?latest(?: (?:news|articles|stories|posts|headlines|updates|from .{1,30}|in .{1,30}))?
        (?:top|other|recent|breaking|featured) (?:stories|news|headlines|posts|articles|videos)|editors?'?s? picks?
        (?:what to )?read next|(?:watch|up) next|explore (?:more|further|related)(?: .{1,40})?
        in case you missed it|don't miss|go deeper|dig deeper|discover more
        """,
        action="cut",
        where="tail",
    ),
    Rule(
        "about-author",
        r"""
        about (?:the )?(?:authors?|writers?)|(?:see|read|view)? ?full bio|more (?:by|from) the author
        (?:recent|latest|other|more) (?:posts|articles|stories) (?:by|from) .{1,40}|follow th(?:is|e) author\b.{0,60}
        (?:view|see|read) (?:all|more) (?:posts|articles|stories)(?: (?:by|from) .{1,40})?
        """,
        action="cut",
        where="tail",
    ),
    Rule(
        "author-bio",
        r"""
        <name>,? (?:is|was|has|covers|writes|works|reports|joined|hails|lives)\b.{0,80}\b<job>\b.*
        (?:he|she|they) (?:is|was|has|covers|writes|can be reached)\b.{0,80}\b<job>\b.*
        .{0,60}\b(?:follow|reach|contact|e-?mail)(?:ed)? (?:<name>|him|her|them|me|at|on|the author)\b.*@.*
        """,
        where="tail",
        beside=("author-bio", "about-author", "byline", "comments", "related", "share", "newsletter", "tags"),
    ),
    Rule(
        "see-also",
        r"""
        (?!.*\.$)\[?(?:related(?: \w+)?|see(?: also)?|watch(?: more| now| live| here)?) ?[:|>»]+ ?.{1,200}
        (?!.*\.$)\[?(?:listen(?: now| here| to this)?|more(?: on this)?|explainer|go deeper) ?[:|>»]+ ?.{1,200}
        (?!.*\.$)\[?(?:don't miss|in pictures|must read|editor's pick) ?[:|>»]+ ?.{1,200}
        """,
    ),
    Rule(
        "watch",
        r"""
        (?:watch|listen|play|video|audio|podcast|gallery|slideshow|live)(?: (?:now|live|here|below|again|more))?
        (?:watch|listen to|play) (?:this|the|a) (?:video|clip|report|article|story|podcast|episode).{0,40}
        (?:play )?(?:video|audio) ?\(?\d+:\d\d\)?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?
        (?:start|end) at ?:?|size ?: ?[\dx× ]+|embed|loop
        this video has an invalid .{1,40}|want us to remember this setting.*
        click to (?:un)?mute|auto ?play|(?:un)?mute|(?:closed )?captions|subtitles|full ?screen|replay|playback speed
        .{0,60}\bhtml ?5 (?:video|audio|capable|browser)\b.{0,60}
        (?:this|the) (?:video|audio|media|content|browser).{0,40}(?:not (?:available|supported)|can(?:not|'t)|unable).*
        (?:to view this (?:video|content)|your browser (?:does not|doesn't) support|please enable javascript).*
        """,
    ),
    Rule(
        "follow-us",
        r"""
        follow(?: (?:us|me|along|@\w+|<name>))?(?: (?:on|at|via)(?: (?:and |or |our )?(?:<network>|@\w+)[,.]?)+.{0,60})?
        (?:(?:stay )?connect(?:ed)?|keep up|stay (?:up to date|informed|in touch))(?: (?:with|on) .{1,60})?
        (?:find|like|join) us(?: (?:with|on) .{1,60})?
        (?:download|get|install) (?:our|the) .{0,30}\bapps?\b.{0,60}
        """,
    ),
    Rule(
        "support",
        r"""
        (?:please )?support (?:our|us|independent|local|quality|free)\b.{0,100}|make a (?:gift|donation)\b.{0,80}
        our (?:journalism|newsroom|work) (?:needs|depends on|relies on) your?\b.{0,120}|choose your plan|redeem now
        become an? (?:\w+ )?(?:member|subscriber|supporter|patron)\b.{0,80}|donate (?:to|now|today)\b.{0,80}
        donate|already (?:an? )?(?:subscriber|member|subscribed)\b.{0,60}|(?:for )?subscribers? only
        start (?:your|a) free trial
        to (?:continue|keep) reading(?: th\w{1,3} \w{4,7})?,? (?:please )?(?:subscribe|log in|sign in|register)\b.{0,60}
        (?:subscribe|sign in) to (?:read|continue|unlock)\b.{0,60}|subscribers can (?:gift|share).{0,60}
        (?:sign|log) in (?:with|to|using)\b.{0,100}|please refresh the page.{0,200}|follow a topic.{0,100}
        """,
    ),
    Rule(
        "shopping",
        r"""
        (?:today's )?(?:best|lowest) (?:prices?|deals?)(?: today| now)?(?: ?: ?.{0,80})?
        (?:see|check|view) (?:prices?|deals?)|(?:shop|buy) now
        (?!.*[.?]$)(?:pre-?order|buy|shop|get it)(?: now)? (?:at|from|on) .{1,120}|(?:[$€£]|us\$) ?\d[\d,.]*
        (?:there are )?(?:currently )?no (?:available )?deals(?: available)?|see .{1,40}\b(?:pricing|plans) here
        read our (?:full )?.{0,60}\breviews?
        """,
    ),
    Rule(
        "contact",
        r"""
        (?:got|have|do you have|send us) (?:an? |any |your )?(?:news |story )?(?:tips?|story|stories)\b.{0,160}
        (?:got|have|do you have|send us) (?:an? |any |your )?(?:questions?|corrections?|feedback)\b.{0,160}
        (?:to )?(?:contact|e-?mail|reach|write to) (?:the (?:author|reporter|editor|newsroom)|us|our \w+)\b(?!,).{0,120}
        (?:was this (?:page|article|story) (?:helpful|useful)|report (?:an error|a typo|a correction))\b.{0,80}
        <name> (?:may|can) be (?:reached|contacted) (?:at|by|on|via)\b.*@.*
        <name>(?: at|:|,) ?(?:[\d() +-]{7,20}(?: or |[ ,;/]+))?[\w.+-]+@[\w-]+\.[\w.-]+(?:[;,. ].*)?
        feedback to editors|thanks for your feedback|[\w.+-]+@[\w-]+\.[\w.-]+|\[?e-?mail protected\]?
        (?:for (?:more|further) information|to learn more)\b.{0,120}\b(?:visit|contact|call|go to|click)\b.{0,120}
        (?:media|press)(?: (?:and|&) \w+)? (?:contacts?|[ei]nquir(?:y|ies))(?: information)?(?: ?: ?.{0,100})?
        """,
    ),
    Rule(
        "wire-mark",  # what agencies set where a text or a part of it ends, and a text's number
        r"""
        [(\[–—-]+ ?(?:more|ends) ?[)\]–—-]+|[–—-]+ ?30 ?[–—-]+|(?:story|article|news) (?:id|code) ?[:#] ?[\w-]{2,20}
        """,
    ),
    Rule("wire-mark", r"(?-i:MORE|ENDS?)(?: ?/)?", where="tail"),
    Rule(
        "cookies",
        r"""
        (?:we(?: and our partners)?|(?:this|our) (?:web)?site) uses? cookies\b.*
        (?:accept|reject|manage|allow)(?: all)? (?:cookies|privacy|consent|preferences)\b.{0,40}
        (?:cookies?|privacy|your privacy)(?: (?:policy|settings|preferences|notice|statement|choices|rights))+
        do not sell (?:or share )?my .{1,60}|this site is protected by recaptcha.*
        by (?:continuing|clicking|submitting|signing|subscribing)\b.{0,200}\b(?:terms|privacy|cookies|policy)\b.*
        terms(?: of (?:use|service)| (?:and|&) conditions)?|accessibility(?: statement)?|legal(?: notice)?
        """,
    ),
    Rule(
        "copyright",
        r"""
        .{0,120}all rights reserved(?: ?[.,;:|©®()–—-].{0,200}|.{0,60})|.*\bno part (?:of this|may be)\b.*reproduc.*
        this (?:material|document|article|content) (?:may not be|is subject to|is protected by|must not be).*
        (?:reprinted|excerpted|reproduced) (?:by|with|from)\b.{0,200}
        (?:.{0,60}\b)?republish (?:this|our)\b.{0,200}
        """,
        where="around",
    ),
    Rule(
        "copyright",
        r"""
        (?:copyright|\(c\)|©)(?: (?:copyright|\(c\)|©))? ?(?:\d{4}|©|\(c\)).{0,200}
        .{0,100}© ?\d{4}.{0,100}|© .{2,100}|copyright
        (?:re)?prints?(?: (?:and|&))? permissions?|our standards ?: .{0,80}|all rights reserved
        """,
    ),
    Rule(
        "disclaimer",
        r"""
        disclaimer:.*|.{0,100}\beditorially independent\b.*
        .{0,60}\b(?:opinions|views)(?: and opinions)? expressed\b.{0,120}\b(?:their|his|her) own\b.*
        .{0,60}\b(?:opinions|views)(?: and opinions)? expressed\b.{0,120}\bnot (?:necessarily )?re(?:present|flect)\b.*
        .{0,160}\b(?:we|us|site) (?:may|might|can) (?:earn|receive|get|make)\b.{0,30}\b(?:commission|compensation)s?\b.*
        .{0,80}\bindependently (?:selected|chosen|reviewed|evaluate)\b.{0,80}\b(?:editors|team|we|our)\b.*
        """,
    ),
    Rule(
        "embed",
        r"""
        a post shared by .{1,80}|view this post on .{1,40}|.{0,300}\bpic\.twitter\.com/\w+
        (?:(?:—|--?) ?)?.{1,60}\(@\w+\)(?: <month>.{0,20})?|play video content
        """,
    ),
    Rule(
        "photo-credit",
        r"""
        (?:photo|image|picture|photograph|illustration|file photo|credit|courtesy)s?(?: ?:.{0,80})?|source ?: .{0,80}
        (?:photo|image|picture|photograph|illustration|video)s? (?:by|via|courtesy of):? <name>(?:[,/|].{0,40})?
        getty images .{5,200}
        enlarge(?: this image)?|(?:toggle|hide|show) caption|getty|caption|(?:image )?\d+ of \d+|\d+ ?/ ?\d+
        (?!(?:by|von|par|por):? ).{1,60} ?(?:[/|]|via|courtesy of) ?<credited>(?: (?:<credited>|/)){0,12}
        <credited>(?: <credited>)+
        .{0,400}[\[(](?=[^()\[\]]{0,70}\b(?:photos?|images?|pictures?|getty|courtesy|handout|file)\b)[^()\[\]]{2,70}[\])]
        .{0,400}[\[(][^()\[\]]{2,60}/[^()\[\]]{0,40}\b<credited>[\])]
        [^.!?]{10,220}[.!?\])'" ] ?(?:photo |image )?(?:credits?|photo(?:graph)?s?|images?|source)(?: by| of)?: .{2,80}
        [^.!?]{10,220}[.!?\])'" ] ?(?:photo|image|picture|photograph)(?: shared)? (?:by|courtesy of) .{2,80}
        .{10,450}(?:\b|[a-z.])(?:getty images|ap photo|file photo|shutterstock|istock|(?:hide|toggle) caption)
        .{10,450}\b(?:via (?:ap|reuters|afp|imago)(?: file| images)?|/ ?(?:afp|ap|reuters|nbc|pool))
        """,
    ),
    Rule("timestamp", r"(?:<day>|(?=.*\b(?:ago|published|updated|read)\b))(?!.*\d{5})(?><stamp>)++", action="move"),
    Rule(
        "byline",
        r"""
        (?!.*\.$)(?:<wrote> )?by:? <name>(?:(?:,| and|, and| &| in) <name>){0,5}(?: ?[,|/•·–—-] ?.{0,60})?
        \(?(?:additional |with )?(?:reporting|writing|editing) by (?:the )?<name>(?:(?:,|;| and| in) .{0,120})?\)?\.?
        (?:—|--?)? ?<name>(?:(?:,| and|, and) .{2,60})? contributed (?:reporting|to this).{0,60}
        (?=.*\d{4})(?!.*\d{5})<day>(?:by )?<name>(?:,? (?:and )?<name>)?(?:, <name>)?,? ?(?><stamp>)++
        (?=.*\d{4})(?!.*\d{5})<day>(?><stamp>)++by <name>(?:,? (?:and )?<name>)?
        (?:<wrote> )?by|author(?:s|\(s\))?|contributor|author: .{2,60}
        (?:<name> )?(?:staff|contributing|senior|special) (?:writer|reporter|editor|correspondent)s?
        (?:the )?associated press|reuters|afp|agence france-presse|news agencies
        """,
        action="move",
    ),
    Rule(
        "tags",
        r"""
        (?:tags?|tagged(?: (?:as|with|in))?|topics?|filed under|categor(?:y|ies)|keywords|posted in)(?: ?: ?.{0,400})?
        labels ?: ?.{0,400}|(?:relevant|article|story|suggested) (?:tags|topics|labels)(?: ?: ?.{0,400})?
        in this (?:article|story)
        """,
    ),
    Rule(
        "citation",  # of a paper, under a report on it
        r"""
        (?:citation|journal (?:information|reference)) ?: .{5,400}
        more information ?: .{0,300}\bdoi\b.{0,200}|doi ?:? ?10\.\S{5,100}
        """,
        where="tail",
    ),
    Rule(
        "menu",
        r"""
        skip .{1,60}|(?:sign|log) ?(?:in|out|up)|login|register|my account|search(?: for)?|(?:main )?menu|navigation
        home(?:page)?|about(?: us)?|contact(?: us)?|help|careers|jobs|advertise(?: with us)?|site ?map|subscriptions?
        events|shop|store|reviews|blog|donate now|back to (?:all )?(?:top|blog|home|news|stories|articles)
        scroll to top|jump to .{1,30}
        table of contents|contents|on this page|loading|close|open|expand|collapse|post navigation|breadcrumb
        (?:next|prev(?:ious)?)(?: (?:post|article|story|page|next))?|(?:see|view|show|load|read)(?: (?:all|more|less))+
        submit|cancel|send|reply|report|like|save|gift|name|(?:your )?(?:first |last )?name|e-?mail(?: address)?|website
        dark|light|grid|list|english|español|\d{1,3}|[\W_]+
        """,
    ),
)
