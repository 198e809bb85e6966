"""Prints a map with a text of a million letters."""

import json

letters = "*/ \\ \" ' ${x} `y` \u2028 \n “’ é 🦀 --> "
# What JSON escapes, TOML reads alike.
title = json.dumps(letters * (1_000_000 // len(letters)), ensure_ascii=False)
print(f'[map]\nname = "Long"\n[services.long]\ntitle = {title}\nport = 4000\nprotocol = "http"')
