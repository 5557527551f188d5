### What concerns the operation of the bot: privacy, access, pace, owners. In English.

## Commands, as they stand in the menu

command-export = a copy of everything I keep about you
command-language = the language I speak here

## Privacy

privacy-how-long = How long: what you haven’t used for { $days ->
    [one] a day
   *[other] { $days } days
} is erased by itself, and all of you if you haven’t been here for that long.
privacy-who = Who runs this bot:
privacy-owner = its owner
privacy-export = /export gives you a copy of it all.
export-done = That is everything I keep about you, as a file for programs (JSON). { $readings ->
    [0] You have read no articles.
    [one] It holds the article you have read.
   *[other] It holds the { $readings } articles you have read.
}
export-private = Ask me for it in private: a copy of what I keep about you is for you alone.
export-too-large = What I keep about you is too large for Telegram. Whoever runs this bot can give you a copy; /privacy tells who that is.

## The language

language-ask = Which language shall I speak here?
language-done = From now on I speak English here.
language-unknown = I don’t speak that one. I know: { $known }

## Pace and access

rate-wait = You write faster than { $rate ->
    [one] one message
   *[other] { $rate } messages
} a minute. Nothing is lost: I’ll go on in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
# May show in a small box; at most 200 characters.
access-denied = This bot is private. Whoever runs it can let you in; your number is { $id }.

## For owners

allow-usage = Whom? Write the number of a person or a chat after the command, or reply to one of their messages. In a group, the command alone is about the group.
allow-done = { $id } may use me now.
allow-already = { $id } could use me already.
deny-done = { $id } can’t use me any more. What they have read here stays until it is erased with time, or by `forget { $id }` on the command line.
deny-unknown = { $id } wasn’t let in.
stats = People: { $people } (today { $active_day }, in a week { $active_week }, in a month { $active_month })
    Groups and channels: { $groups }
    Articles read: { $readings } (in a week { $readings_week }), texts kept: { $texts }
    Feeds: { $feeds }, digests: { $digests }
    Messages waiting: { $waiting }, given up: { $set_aside }
    Database: { $megabytes } MB
broadcast-usage = Write the message after the command: “/broadcast On Sunday I’ll be away for an hour.” I’ll ask before I send it.
broadcast-private = Let’s do that in private.
broadcast-too-long = That is too long: { $limit } characters at most.
broadcast-ask = { $people ->
    [one] Send this to one person?
   *[other] Send this to { $people } people?
}
button-broadcast = Send it
button-broadcast-drop = Don’t send it
button-broadcast-stop = Stop
broadcast-dropped = Not sent.
broadcast-begun = It is on its way. I’ll tell you when it has reached everybody.
broadcast-busy = Another message is still on its way. /broadcast shows how far it is.
broadcast-none = There is nothing to stop.
broadcast-report = { $state ->
    [running] On its way.
    [stopped] Stopped.
   *[done] Done.
} Sent: { $sent }. Out of reach (they stopped me, or never wrote to me): { $unreachable }. Failed: { $failed }.
