"""Nutshell reads articles: extractive summaries and answers by quotation, without a language model."""
