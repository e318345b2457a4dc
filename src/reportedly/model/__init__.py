"""The nouns: frozen records that every other room shares. Nothing here computes a judgement."""
