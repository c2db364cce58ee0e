"""Mails: a message -> the article in it, without what surrounds it there, and what its headers say."""
