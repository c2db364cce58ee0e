"""Mails: a message -> the article in it, and what its headers say."""
