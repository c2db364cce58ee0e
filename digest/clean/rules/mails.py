"""The rules for what mails and newsletters say around an article."""

from __future__ import annotations

from digest.clean.rules.rule import Rule

MAILS: tuple[Rule, ...] = (
    Rule(
        "mail",  # why the mail was sent, and how to be sent no more
        r"""
        you(?:'re| are) (?:receiving|getting) (?:this (?:e-?mail|message|newsletter|bulletin|because)|our)\b.{0,400}
        (?=.*\b(?:e-?mails?|messages?|newsletters?|list)\b)you (?:have |were |are )*(?:received|subscribed)\b.{0,400}
        this (?:e-?mail|newsletter) (?:was|has been) sent (?:to|by|from|because)\b.{0,300}
        (?:to |if you |want |wish |would like |click here |no longer |receive |these |e-?mails?,? )*unsubscribe\b.{0,90}
        (?:manage|update|change) (?:your )?(?:e-?mail |subscription )?(?:preferences|subscriptions?)\b.{0,90}
        \S{1,60} mailing list(?: -- \S{1,100})?
        (?=.*\bintended\b)this (?:e-?mail|message)\b.{0,120}\bconfidential\b.{0,300}
        """,
        action="cut",
        where="tail",
    ),
    Rule(
        "mail",
        r"""
        (?:view|read|open|see) (?:(?:this|the) (?:e-?mail|message|newsletter) |it )?in (?:your|a) (?:web )?browser
        (?:e-?mail |message |newsletter )?not displaying (?:correctly|properly)\b.{0,99}|view (?:in browser|online)
        (?:having )?(?:trouble|problems?|difficulty) (?:viewing|reading|seeing) this (?:e-?mail|newsletter)\b.{0,99}
        sent from (?:my .{2,30}|(?:outlook|yahoo|gmail|proton) ?mail.{0,40}|outlook.{0,20})|get outlook for .{2,20}
        von meinem .{2,20} gesendet|envoyé de(?:puis)? mon .{2,20}|enviado desde mi .{2,20}|\w{2,20}'?\wmdan gönderildi
        """,
    ),
)
