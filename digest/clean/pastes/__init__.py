"""Pastes: plain text -> blocks of Markdown, though lines were wrapped and lists have odd bullets."""
